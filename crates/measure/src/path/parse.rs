// SPDX-License-Identifier: Apache-2.0
use super::token::{Placed, Token, tokens};
use super::tree::{Expression, Tree};
use super::{Decimal, MOST_DEEP, PathError};

/// Reads an expression.
///
/// # Errors
/// [`PathError::Syntax`] where it is not FHIRPath, [`PathError::TooMuch`] when it is too long or too deep.
pub fn parse(text: &str) -> Result<Expression, PathError> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        next: 0,
        deep: 0,
        end: text.chars().count(),
    };
    let (tree, _) = parser.expression(0)?;
    match parser.tokens.get(parser.next) {
        None => Ok(Expression(tree)),
        Some(_) => Err(parser.fail("something is left over")),
    }
}

struct Parser {
    tokens: Vec<Placed>,
    next: usize,
    deep: usize,
    end: usize,
}

/// How strongly an operator binds; the order of the grammar of FHIRPath.
const OPERATORS: [(&str, u8); 26] = [
    ("implies", 1),
    ("or", 2),
    ("xor", 2),
    ("and", 3),
    ("in", 4),
    ("contains", 4),
    ("=", 5),
    ("!=", 5),
    ("~", 5),
    ("!~", 5),
    ("<", 6),
    (">", 6),
    ("<=", 6),
    (">=", 6),
    ("|", 7),
    ("is", 8),
    ("as", 8),
    ("+", 9),
    ("-", 9),
    ("&", 9),
    ("*", 10),
    ("/", 10),
    ("div", 10),
    ("mod", 10),
    (".", 12),
    ("[", 12),
];

/// A sign before a number binds more than `*` and less than a dot.
const POLARITY: u8 = 11;

/// Levels of the tree: operators one after the other make it deeper on its left.
const MOST_LEVELS: usize = 250;

const UNITS: [&str; 16] = [
    "year",
    "years",
    "month",
    "months",
    "week",
    "weeks",
    "day",
    "days",
    "hour",
    "hours",
    "minute",
    "minutes",
    "second",
    "seconds",
    "millisecond",
    "milliseconds",
];

impl Parser {
    fn fail(&self, what: &'static str) -> PathError {
        let at = self.tokens.get(self.next).map_or(self.end, |t| t.at);
        PathError::Syntax { at, what }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|t| &t.token)
    }

    fn takes(&mut self, sign: &str) -> bool {
        let there = matches!(self.peek(), Some(Token::Sign(s)) if *s == sign);
        self.next += usize::from(there);
        there
    }

    fn wants(&mut self, sign: &str, what: &'static str) -> Result<(), PathError> {
        if self.takes(sign) {
            Ok(())
        } else {
            Err(self.fail(what))
        }
    }

    fn operator(&self) -> Option<(&'static str, u8)> {
        let word = match self.peek()? {
            Token::Sign(sign) => sign,
            Token::Name(name, false) => name.as_str(),
            _ => return None,
        };
        OPERATORS.iter().find(|(o, _)| *o == word).copied()
    }

    /// A tree and how many levels it has.
    fn expression(&mut self, least: u8) -> Result<(Tree, usize), PathError> {
        self.deep += 1;
        if self.deep > MOST_DEEP {
            return Err(PathError::TooMuch);
        }
        let (mut left, mut levels) = self.first()?;
        while let Some((operator, _)) = self.operator().filter(|(_, binds)| *binds >= least) {
            self.next += 1;
            let below;
            (left, below) = self.continued(left, operator)?;
            levels = levels.max(below) + 1;
            if levels > MOST_LEVELS {
                return Err(PathError::TooMuch);
            }
        }
        self.deep -= 1;
        Ok((left, levels))
    }

    fn continued(
        &mut self,
        left: Tree,
        operator: &'static str,
    ) -> Result<(Tree, usize), PathError> {
        match operator {
            "." => self.invocation(Some(left)),
            "[" => {
                let (index, levels) = self.expression(0)?;
                self.wants("]", "a ] is missing")?;
                Ok((Tree::At(Box::new(left), Box::new(index)), levels))
            }
            "is" | "as" => Ok((Tree::Kind(operator, Box::new(left), self.kind()?), 0)),
            _ => {
                let binds = OPERATORS.iter().find(|(o, _)| *o == operator);
                let (right, levels) = self.expression(binds.map_or(1, |(_, binds)| binds + 1))?;
                Ok((joined(operator, left, right), levels))
            }
        }
    }

    fn kind(&mut self) -> Result<String, PathError> {
        let mut name = self.name()?;
        if self.takes(".") {
            name = self.name()?;
        }
        Ok(name)
    }

    fn name(&mut self) -> Result<String, PathError> {
        match self.peek() {
            Some(Token::Name(name, _)) => {
                let name = name.clone();
                self.next += 1;
                Ok(name)
            }
            _ => Err(self.fail("a name is missing")),
        }
    }

    fn first(&mut self) -> Result<(Tree, usize), PathError> {
        let Some(Placed { token, at }) = self.tokens.get(self.next).cloned() else {
            return Err(self.fail("something is missing at the end"));
        };
        self.next += 1;
        let leaf = match token {
            Token::Text(text) => Tree::Text(text),
            Token::Number(number, whole) => self.measured(number, whole),
            Token::Moment(moment) => Tree::Moment(moment),
            Token::Variable(name) => Tree::Variable(name, at),
            Token::Special("$this") => Tree::This,
            Token::Special("$index") => Tree::Index,
            Token::Special(_) => Tree::Total,
            Token::Name(name, false) if name == "true" || name == "false" => {
                Tree::Boolean(name == "true")
            }
            Token::Name(..) => {
                self.next -= 1;
                return self.invocation(None);
            }
            Token::Sign(sign) => return self.opened(sign),
        };
        Ok((leaf, 1))
    }

    fn opened(&mut self, sign: &str) -> Result<(Tree, usize), PathError> {
        match sign {
            "(" => {
                let inner = self.expression(0)?;
                self.wants(")", "a ) is missing")?;
                Ok(inner)
            }
            "{" => {
                self.wants("}", "a } is missing")?;
                Ok((Tree::Nothing, 1))
            }
            "-" => {
                let (inner, levels) = self.expression(POLARITY)?;
                Ok((Tree::Minus(Box::new(inner)), levels + 1))
            }
            "+" => self.expression(POLARITY),
            _ => {
                self.next -= 1;
                Err(self.fail("a value is missing"))
            }
        }
    }

    fn measured(&mut self, number: Decimal, whole: bool) -> Tree {
        let unit = match self.peek() {
            Some(Token::Text(unit)) => unit.clone(),
            Some(Token::Name(name, false)) if UNITS.contains(&name.as_str()) => name.clone(),
            _ => return Tree::Number(number, whole),
        };
        self.next += 1;
        Tree::Quantity(number, unit)
    }

    fn invocation(&mut self, on: Option<Tree>) -> Result<(Tree, usize), PathError> {
        let on = on.map(Box::new);
        let at = self.tokens.get(self.next).map_or(self.end, |t| t.at);
        let name = self.name()?;
        if !self.takes("(") {
            return Ok((Tree::Member(on, name), 1));
        }
        let mut with = Vec::new();
        let mut levels = 1;
        if !self.takes(")") {
            loop {
                let (tree, below) = self.expression(0)?;
                with.push(tree);
                levels = levels.max(below + 1);
                if !self.takes(",") {
                    break;
                }
            }
            self.wants(")", "a ) is missing")?;
        }
        Ok((Tree::Call { on, name, with, at }, levels))
    }
}

/// Two and their operator; literal texts become one list, which questionnaires compare each item with.
fn joined(operator: &'static str, left: Tree, right: Tree) -> Tree {
    match (operator, left, right) {
        ("|", Tree::Text(left), Tree::Text(right)) if left == right => Tree::Texts(vec![left]),
        ("|", Tree::Text(left), Tree::Text(right)) => Tree::Texts(vec![left, right]),
        ("|", Tree::Texts(mut all), Tree::Text(right)) => {
            if !all.contains(&right) {
                all.push(right);
            }
            Tree::Texts(all)
        }
        (_, left, right) => Tree::Two(operator, Box::new(left), Box::new(right)),
    }
}
