package dev.curfew.connector.tree;

/// Text that can be kept: no half of a surrogate pair (canonical JSON and UTF-8 have none) and no NUL (databases
/// refuse it). JSON can write both with an escape.
final class WellFormed {
    private WellFormed() {}

    static String text(String text, Place place) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0) {
                throw new MalformedException(Problem.BAD_VALUE, place, Expected.characters());
            }
            if (Character.isSurrogate(character)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(character, text.charAt(i + 1))) {
                    throw new MalformedException(Problem.BAD_VALUE, place, Expected.characters());
                }
                i++;
            }
        }
        return text;
    }
}
