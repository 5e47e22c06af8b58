package dev.curfew.snapshot.store.fact;

/// How a text stands in a block, in the lowest bits of the number before it. The rest of that number is the text's
/// length in characters, or which of the remembered texts it is.
final class TextForm {
    static final int BITS = 3;
    static final int MASK = (1 << BITS) - 1;

    /// A byte a character.
    static final int LATIN = 0;

    static final int LATIN_REMEMBERED = 1;

    /// Two bytes a character, the higher first.
    static final int WIDE = 2;

    static final int WIDE_REMEMBERED = 3;
    static final int REFERENCE = 4;

    private TextForm() {}
}
