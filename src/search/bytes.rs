//! Lists as bytes, for what is kept in the cache: written one behind the other, and read with nothing taken on trust.

use uuid::Uuid;

/// Puts lists together.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn number(&mut self, n: usize) {
        self.0.extend((n as u64).to_le_bytes());
    }

    pub(super) fn small(&mut self, n: u32) {
        self.0.extend(n.to_le_bytes());
    }

    pub(super) fn id(&mut self, id: Uuid) {
        self.0.extend(id.as_bytes());
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend(text.as_bytes());
    }

    /// A list with its length.
    pub(super) fn list<T>(&mut self, all: impl ExactSizeIterator<Item = T>, mut put: impl FnMut(&mut Self, T)) {
        self.number(all.len());
        all.for_each(|one| put(self, one));
    }
}

/// Takes them apart; nothing where they end too soon.
pub(super) struct Reader<'b>(pub(super) &'b [u8]);

impl<'b> Reader<'b> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Option<usize> {
        usize::try_from(u64::from_le_bytes(self.array()?)).ok()
    }

    pub(super) fn small(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub(super) fn id(&mut self) -> Option<Uuid> {
        self.array().map(Uuid::from_bytes)
    }

    pub(super) fn text(&mut self) -> Option<&'b str> {
        let length = self.number()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }

    /// A list; each of its members takes at least a byte, so that a length that is made up asks for no memory.
    pub(super) fn list<T>(&mut self, mut take: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.number().filter(|length| *length <= self.0.len())?;
        let mut all = Vec::with_capacity(length);
        for _ in 0..length {
            all.push(take(self)?);
        }
        Some(all)
    }
}
