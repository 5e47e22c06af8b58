package dev.curfew.analysis.json;

/// Letters beyond ASCII as UTF-8 has them.
///
/// <https://www.rfc-editor.org/rfc/rfc3629#section-4>
final class Utf8 {
    private Utf8() {}

    /// How many bytes a letter beyond ASCII takes that begins here; 0 for bytes that are no letter.
    static int length(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        // No letter is written longer than it has to be, is half of one, or is beyond the last.
        int min = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int max = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < min || second > max) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
