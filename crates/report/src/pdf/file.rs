// SPDX-License-Identifier: Apache-2.0
use super::{
    SHEET,
    draw::Sheet,
    tree::{Kid, Node, Role, Tree},
};
use crate::Document;
use pdf_writer::{
    Finish, Name, Pdf, Rect, Ref, Settings, TextStr,
    types::{ListNumbering, StructRole, TabOrder, TableHeaderScope},
};

const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const ABOUT: Ref = Ref::new(3);
const PARENTS: Ref = Ref::new(4);
const STRUCTURE: Ref = Ref::new(5);
/// The typefaces: what a page calls it, its name, whether it is written in WinAnsi.
const FACES: [(&[u8], &[u8], bool); 3] = [
    (b"R", b"Helvetica", true),
    (b"B", b"Helvetica-Bold", true),
    (b"S", b"Symbol", false),
];
/// The first typeface; then come three objects for each page, then one for each node.
const FIRST: i32 = 6;

/// The numbers of objects.
#[derive(Clone, Copy)]
struct Numbers {
    pages: i32,
}

impl Numbers {
    fn face(n: usize) -> Ref {
        Ref::new(FIRST + n as i32)
    }

    fn of_page(page: usize, which: i32) -> Ref {
        Ref::new(FIRST + FACES.len() as i32 + page as i32 * 3 + which)
    }

    fn page(page: usize) -> Ref {
        Self::of_page(page, 0)
    }

    fn node(self, node: usize) -> Ref {
        Ref::new(FIRST + FACES.len() as i32 + self.pages * 3 + node as i32)
    }
}

/// The whole file.
pub(super) fn write(document: &Document, tree: &Tree, sheets: Vec<Sheet>) -> Vec<u8> {
    let numbers = Numbers {
        pages: sheets.len() as i32,
    };
    let mut pdf = Pdf::with_settings(Settings { pretty: false });
    pdf.set_version(1, 7);
    catalog(&mut pdf, document, numbers);
    for (n, (_, name, win_ansi)) in FACES.iter().enumerate() {
        let mut font = pdf.type1_font(Numbers::face(n));
        font.base_font(Name(name));
        if *win_ansi {
            font.encoding_predefined(Name(b"WinAnsiEncoding"));
        }
    }
    let many = sheets.len();
    pdf.pages(PAGES)
        .kids((0..many).map(Numbers::page))
        .count(many as i32);
    let mut parents = pdf.indirect(PARENTS).dict();
    let mut nums = parents.insert(Name(b"Nums")).array();
    for page in 0..many {
        nums.item(page as i32).item(Numbers::of_page(page, 2));
    }
    nums.finish();
    parents.finish();
    for (n, sheet) in sheets.into_iter().enumerate() {
        page(&mut pdf, n, sheet, numbers);
    }
    for (n, node) in tree.nodes.iter().enumerate() {
        element(&mut pdf, n, node, numbers);
    }
    pdf.finish()
}

fn catalog(pdf: &mut Pdf, document: &Document, numbers: Numbers) {
    let mut catalog = pdf.catalog(CATALOG);
    catalog.pages(PAGES);
    if document.tag() != "und" {
        catalog.lang(TextStr(document.tag()));
    }
    catalog.mark_info().marked(true);
    catalog.viewer_preferences().display_doc_title(true);
    catalog.pair(Name(b"StructTreeRoot"), STRUCTURE);
    catalog.finish();
    let mut root = pdf.indirect(STRUCTURE).dict();
    root.pair(Name(b"Type"), Name(b"StructTreeRoot"));
    root.pair(Name(b"K"), numbers.node(Tree::ROOT));
    root.pair(Name(b"ParentTree"), PARENTS);
    root.pair(Name(b"ParentTreeNextKey"), numbers.pages);
    root.finish();
    pdf.document_info(ABOUT).title(TextStr(document.name()));
}

fn page(pdf: &mut Pdf, n: usize, sheet: Sheet, numbers: Numbers) {
    let mut page = pdf.page(Numbers::page(n));
    page.parent(PAGES)
        .media_box(Rect::new(0.0, 0.0, SHEET.0, SHEET.1));
    page.contents(Numbers::of_page(n, 1))
        .struct_parents(n as i32);
    page.tab_order(TabOrder::StructureOrder);
    let mut resources = page.resources();
    let mut fonts = resources.fonts();
    for (n, (short, ..)) in FACES.iter().enumerate() {
        fonts.pair(Name(short), Numbers::face(n));
    }
    fonts.finish();
    resources.finish();
    page.finish();
    pdf.stream(Numbers::of_page(n, 1), &sheet.content.finish());
    let parents = sheet.nodes.iter().map(|node| numbers.node(*node));
    pdf.indirect(Numbers::of_page(n, 2)).array().items(parents);
}

fn kind(role: Role) -> StructRole {
    match role {
        Role::Document => StructRole::Document,
        Role::Title => StructRole::H1,
        Role::Section => StructRole::Sect,
        Role::Heading => StructRole::H2,
        Role::Paragraph => StructRole::P,
        Role::List => StructRole::L,
        Role::Item => StructRole::LI,
        Role::Label => StructRole::Lbl,
        Role::Body => StructRole::LBody,
        Role::Table => StructRole::Table,
        Role::Caption => StructRole::Caption,
        Role::Head => StructRole::THead,
        Role::Rows => StructRole::TBody,
        Role::Row => StructRole::TR,
        Role::ColumnName | Role::RowName => StructRole::TH,
        Role::Cell => StructRole::TD,
        Role::Figure => StructRole::Figure,
    }
}

fn element(pdf: &mut Pdf, n: usize, node: &Node, numbers: Numbers) {
    let mut element = pdf.struct_element(numbers.node(n));
    element.kind(kind(node.role));
    element.parent(if n == Tree::ROOT {
        STRUCTURE
    } else {
        numbers.node(node.parent)
    });
    if !node.alt.is_empty() {
        element.alt(TextStr(&node.alt));
    }
    match (node.role, node.place) {
        (Role::ColumnName, _) => scope(&mut element, TableHeaderScope::Column),
        (Role::RowName, _) => scope(&mut element, TableHeaderScope::Row),
        (Role::List, _) => {
            element
                .attributes()
                .push()
                .list()
                .list_numbering(ListNumbering::Disc);
        }
        (Role::Figure, Some([x1, y1, x2, y2])) => {
            element
                .attributes()
                .push()
                .layout()
                .bbox(Rect::new(x1, y1, x2, y2));
        }
        _ => {}
    }
    let on = node.kids.iter().find_map(|kid| match kid {
        Kid::Marks { page, .. } => Some(*page),
        Kid::Node(_) => None,
    });
    if let Some(page) = on {
        element.page(Numbers::page(page));
    }
    let mut kids = element.children();
    for kid in &node.kids {
        match *kid {
            Kid::Node(kid) => {
                kids.struct_element(numbers.node(kid));
            }
            Kid::Marks { page, number } if Some(page) == on => {
                kids.marked_content_id(number as i32);
            }
            Kid::Marks { page, number } => {
                let mut marks = kids.marked_content_ref();
                marks
                    .page(Numbers::page(page))
                    .marked_content_id(number as i32);
            }
        }
    }
}

fn scope(element: &mut pdf_writer::writers::StructElement<'_>, scope: TableHeaderScope) {
    element.attributes().push().table().scope(scope);
}
