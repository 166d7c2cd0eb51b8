// SPDX-License-Identifier: Apache-2.0
use super::safe::text;
use crate::picture::{Anchor, Mark, Picture};

/// A picture as SVG with a name and a description. Words in it keep their own direction; the line of time goes from
/// left to right in every language, as the table's rows go down.
pub(super) fn write(out: &mut String, picture: &Picture, id: &str, title: &str, summary: &str) {
    let mut add = |parts: &[&str]| parts.iter().for_each(|p| out.push_str(p));
    add(&[
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" direction=\"ltr\" viewBox=\"0 0 ",
    ]);
    add(&[&tenths(picture.width), " ", &tenths(picture.height)]);
    add(&[
        "\" aria-labelledby=\"",
        id,
        "t\" aria-describedby=\"",
        id,
        "d\">\n",
    ]);
    add(&["<title id=\"", id, "t\">", &text(title), "</title>\n"]);
    add(&["<desc id=\"", id, "d\">", &text(summary), "</desc>\n"]);
    for mark in &picture.marks {
        add(&[&drawn(mark), "\n"]);
    }
    add(&["</svg>\n"]);
}

fn drawn(mark: &Mark) -> String {
    match mark {
        Mark::Line {
            from,
            to,
            width,
            grey,
            dashed,
        } => [
            "<path d=\"M",
            &pair(*from),
            "L",
            &pair(*to),
            "\" stroke=\"",
            &shade(*grey),
            "\" stroke-width=\"",
            &tenths(*width),
            if *dashed {
                "\" stroke-dasharray=\"3 2\"/>"
            } else {
                "\"/>"
            },
        ]
        .concat(),
        Mark::Path { points, width } => {
            let points: Vec<String> = points.iter().map(|p| pair(*p)).collect();
            let points = points.join("L");
            [
                "<path d=\"M",
                &points,
                "\" fill=\"none\" stroke=\"#000\" stroke-width=\"",
                &tenths(*width),
                "\"/>",
            ]
            .concat()
        }
        Mark::Dot { at, radius } => [
            "<circle cx=\"",
            &tenths(at.0),
            "\" cy=\"",
            &tenths(at.1),
            "\" r=\"",
            &tenths(*radius),
            "\"/>",
        ]
        .concat(),
        Mark::Block { at, size, grey } => [
            "<path d=\"M",
            &pair(*at),
            "h",
            &tenths(size.0),
            "v",
            &tenths(size.1),
            "h",
            &tenths(-size.0),
            "z\" fill=\"",
            &shade(*grey),
            "\"/>",
        ]
        .concat(),
        Mark::Words {
            at,
            size,
            anchor,
            grey,
            text: words,
        } => {
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::End => "\" text-anchor=\"end",
            };
            [
                "<text x=\"",
                &tenths(at.0),
                "\" y=\"",
                &tenths(at.1),
                "\" font-size=\"",
                &tenths(*size),
                "\" fill=\"",
                &shade(*grey),
                anchor,
                "\">",
                &text(words),
                "</text>",
            ]
            .concat()
        }
    }
}

/// A place, x before y.
fn pair((x, y): (f32, f32)) -> String {
    [&tenths(x), " ", &tenths(y)].concat()
}

/// A number with one digit after its point, which is as fine as anybody sees.
fn tenths(number: f32) -> String {
    let whole = (number * 10.0).round() as i32;
    let sign = if whole < 0 { "-" } else { "" };
    let (whole, part) = (whole.unsigned_abs() / 10, whole.unsigned_abs() % 10);
    match part {
        0 => [sign, &whole.to_string()].concat(),
        part => [sign, &whole.to_string(), ".", &part.to_string()].concat(),
    }
}

/// A grey, by one of sixteen steps.
fn shade(grey: f32) -> String {
    let step = (grey.clamp(0.0, 1.0) * 15.0).round() as u32;
    let digit = char::from_digit(step, 16).unwrap_or('0');
    ['#', digit, digit, digit].iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_to_a_tenth() {
        let written = [0.0, -0.04, 1.25, -3.0, 470.55].map(tenths);
        assert_eq!(written, ["0", "0", "1.3", "-3", "470.6"]);
    }
}
