package dev.curfew.governance.exchange;

import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;

/// What passes between two machines: a line of canonical JSON, and a line with an officer's signature over it.
///
/// @param text what was signed, byte for byte
/// @param signature Ed25519, Base64
public record SignedFile(String text, String signature) {
    /// A question has some 20 KiB, with the hundred things that are shown of what a request would add. More is no such
    /// file.
    public static final int BYTES_MAX = 262_144;

    /// The rest is the signature's, and the ends' of both lines.
    public static final int TEXT_BYTES_MAX = BYTES_MAX - 128;

    private static final int LINES = 2;

    /// @return the file, or MALFORMED
    public static Outcome<SignedFile> parse(String content) {
        String[] lines = content.split("\n", -1);
        boolean whole = lines.length == LINES + 1 && lines[LINES].isEmpty() && content.length() <= BYTES_MAX;
        return whole ? Outcome.done(new SignedFile(lines[0], lines[1])) : malformed("lines");
    }

    public String content() {
        return text + "\n" + signature + "\n";
    }

    /// Whether this officer signed it, with the key that it names.
    public boolean isBy(Officer officer, String publicKey) {
        return officer.publicKey().equals(publicKey) && Ed25519.verifies(publicKey, text, signature);
    }

    /// @param flaw a key of `messages.properties`
    public static <T> Outcome<T> malformed(String flaw) {
        return Outcome.refused(Refusal.MALFORMED, Messages.of(SignedFile.class).text(flaw));
    }
}
