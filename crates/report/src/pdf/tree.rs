// SPDX-License-Identifier: Apache-2.0

/// What a part of the document is, for whoever hears it (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Document,
    Title,
    Section,
    Heading,
    Paragraph,
    List,
    Item,
    Label,
    Body,
    Table,
    Caption,
    Head,
    Rows,
    Row,
    ColumnName,
    RowName,
    Cell,
    Figure,
}

impl Role {
    /// The name of its marks on a page.
    pub(super) fn name(self) -> &'static [u8] {
        match self {
            Self::Document => b"Document",
            Self::Title => b"H1",
            Self::Section => b"Sect",
            Self::Heading => b"H2",
            Self::Paragraph => b"P",
            Self::List => b"L",
            Self::Item => b"LI",
            Self::Label => b"Lbl",
            Self::Body => b"LBody",
            Self::Table => b"Table",
            Self::Caption => b"Caption",
            Self::Head => b"THead",
            Self::Rows => b"TBody",
            Self::Row => b"TR",
            Self::ColumnName | Self::RowName => b"TH",
            Self::Cell => b"TD",
            Self::Figure => b"Figure",
        }
    }
}

/// What hangs below a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kid {
    /// Another node.
    Node(usize),
    /// Marks on a page: the page and the number of the marks on it.
    Marks { page: usize, number: usize },
}

/// One part of the document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) role: Role,
    /// Its own number for the root.
    pub(super) parent: usize,
    pub(super) kids: Vec<Kid>,
    /// A picture in words.
    pub(super) alt: String,
    /// Where a picture stands on its page: left, lower, right and upper edge.
    pub(super) place: Option<[f32; 4]>,
}

/// The parts of a document as a tree, in the order of reading.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

impl Tree {
    /// The root.
    pub(super) const ROOT: usize = 0;

    pub(super) fn new() -> Self {
        let mut tree = Self { nodes: Vec::new() };
        tree.push(Role::Document, Self::ROOT);
        tree
    }

    fn push(&mut self, role: Role, parent: usize) -> usize {
        self.nodes.push(Node {
            role,
            parent,
            kids: Vec::new(),
            alt: String::new(),
            place: None,
        });
        self.nodes.len() - 1
    }

    /// A new node as the last of its parent.
    pub(super) fn add(&mut self, role: Role, parent: usize) -> usize {
        let node = self.push(role, parent);
        self.nodes[parent].kids.push(Kid::Node(node));
        node
    }
}
