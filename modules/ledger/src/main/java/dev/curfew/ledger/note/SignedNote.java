package dev.curfew.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A text with signatures (C2SP signed-note).
///
/// @param body ends in a newline
/// @param signatures the signature lines, in their order
public record SignedNote(String body, List<Line> signatures) {
    private static final String DASH = "\u2014 ";
    private static final int HASH_BYTES = 4;
    /// Far above any checkpoint with its witnesses' lines; a longer one is not ours.
    private static final int CHARACTERS_MAX = 64 * 1024;

    /// One signature line.
    ///
    /// @param encoded Base64 of the four bytes of the key's hash, and what the key signed
    public record Line(String name, String encoded) {

        static Line of(String name, byte[] keyHash, byte[] signature) {
            byte[] both = Arrays.copyOf(keyHash, keyHash.length + signature.length);
            System.arraycopy(signature, 0, both, keyHash.length, signature.length);
            return new Line(name, Base64.getEncoder().encodeToString(both));
        }

        /// @throws IllegalArgumentException if it holds no signature
        public Line {
            if (Base64.getDecoder().decode(encoded).length <= HASH_BYTES) {
                throw new IllegalArgumentException("a signature line without a signature");
            }
        }

        boolean isBy(String keyName, byte[] keyHash) {
            return name.equals(keyName) && Arrays.equals(Arrays.copyOf(bytes(), HASH_BYTES), keyHash);
        }

        byte[] signature() {
            byte[] both = bytes();
            return Arrays.copyOfRange(both, HASH_BYTES, both.length);
        }

        private byte[] bytes() {
            return Base64.getDecoder().decode(encoded);
        }

        String text() {
            return DASH + name + " " + encoded + "\n";
        }
    }

    public SignedNote {
        if (!body.endsWith("\n")) {
            throw new IllegalArgumentException("a note's text ends in a newline");
        }
        signatures = List.copyOf(signatures);
    }

    public static SignedNote sign(String body, NoteSigner signer) {
        byte[] signature = signer.sign(body.getBytes(StandardCharsets.UTF_8));
        NoteVerifier verifier = signer.verifier();
        return new SignedNote(body, List.of(Line.of(verifier.name(), verifier.keyHash(), signature)));
    }

    /// @throws IllegalArgumentException if it is not a signed note
    public static SignedNote parse(String text) {
        int split = text.lastIndexOf("\n\n");
        if (split < 0 || !text.endsWith("\n") || text.length() > CHARACTERS_MAX) {
            throw new IllegalArgumentException("not a signed note: no blank line before the signatures");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : text.substring(split + 2, Math.max(split + 2, text.length() - 1))
                .split("\n", -1)) {
            lines.add(parseLine(line));
        }
        return new SignedNote(text.substring(0, split + 1), lines);
    }

    private static Line parseLine(String line) {
        String[] words = line.split(" ", -1);
        if (!line.startsWith(DASH) || words.length != 3) {
            throw new IllegalArgumentException("not a signature line: a dash, a name and Base64");
        }
        return new Line(words[1], words[2]);
    }

    /// Whether one of the lines is this key's good signature.
    public boolean isSignedBy(NoteVerifier verifier) {
        byte[] message = body.getBytes(StandardCharsets.UTF_8);
        return signatures.stream()
                .filter(line -> line.isBy(verifier.name(), verifier.keyHash()))
                .anyMatch(line -> verifier.accepts(message, line.signature()));
    }

    public String text() {
        StringBuilder text = new StringBuilder(body).append('\n');
        signatures.forEach(line -> text.append(line.text()));
        return text.toString();
    }
}
