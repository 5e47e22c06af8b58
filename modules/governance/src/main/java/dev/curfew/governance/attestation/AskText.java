package dev.curfew.governance.attestation;

import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the file that goes to an owner.
final class AskText {
    private static final Messages MESSAGES = Messages.of(AskText.class);

    /// Enough for a long id; a name of a whole page is nobody's.
    private static final int VALUE_MAX = 1000;

    private static final int TITLE_WIDTH = 12;

    private final StringBuilder out = new StringBuilder();

    private AskText() {}

    /// What stands above those that are asked about.
    ///
    /// @param nonce so that no two files are alike
    record Head(
            String id,
            String workspace,
            String owner,
            List<SshKey> keys,
            String by,
            String host,
            Instant at,
            Instant due,
            String nonce) {}

    /// @param identities what is said of each, as `Described` has it
    static String of(Head head, List<Map<String, String>> identities) {
        AskText text = new AskText();
        text.head(head, identities.size());
        for (int i = 0; i < identities.size(); i++) {
            text.out
                    .append(MESSAGES.text("file.number", i + 1, identities.size()))
                    .append('\n');
            identities.get(i).forEach((key, value) -> text.line(MESSAGES.text("file." + key), value));
            text.out.append(AskFile.ANSWER).append('\n');
            text.out.append(AskFile.REASON).append("\n\n");
        }
        return text.out.toString();
    }

    private void head(Head head, int count) {
        out.append(MESSAGES.text("file.title")).append("\n\n");
        line(AskFile.ASK, head.id());
        line(AskFile.WORKSPACE, head.workspace());
        line(MESSAGES.text("file.to"), head.owner());
        line(MESSAGES.text("file.from"), MESSAGES.text("file.from.officer", head.by(), head.host()));
        line(MESSAGES.text("file.at"), time(head.at()));
        line(MESSAGES.text("file.due"), time(head.due()));
        line(MESSAGES.text("file.nonce"), head.nonce());
        String keys = head.keys().stream()
                .map(key -> key.type() + " " + key.fingerprint())
                .collect(Collectors.joining(MESSAGES.text("file.or")));
        line(MESSAGES.text("file.keys"), keys);
        out.append('\n')
                .append(MESSAGES.text("file.how", count, AskFile.NAMESPACE))
                .append("\n\n");
    }

    private void line(String title, String value) {
        out.append(title).append(" ".repeat(Math.max(1, TITLE_WIDTH - title.length())));
        out.append(cut(plain(value))).append('\n');
    }

    /// In one line, and nothing in it that is not seen: what a source calls its things is not to write our lines.
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(point -> plain.appendCodePoint(isHidden(point) ? '?' : point));
        return plain.toString().strip();
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= VALUE_MAX
                ? value
                : value.substring(0, value.offsetByCodePoints(0, VALUE_MAX)) + "…";
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
