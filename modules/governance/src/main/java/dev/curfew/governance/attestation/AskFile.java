package dev.curfew.governance.attestation;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.people.Attestation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The file that goes to an owner and comes back with answers: plain text, of which only the rest of the lines that
/// begin with `Answer:` and `Reason:` is the owner's to write. Everything else has to come back as it went.
final class AskFile {
    /// What an owner signs for (`ssh-keygen -Y sign -n`): a signature that they made for anything else is none here.
    static final String NAMESPACE = "attestation@curfew.dev";

    /// Two hundred identities with all that is said of them, twice over.
    static final int BYTES_MAX = 1 << 20;

    static final String ANSWER = "Answer:";
    static final String REASON = "Reason:";
    static final String ASK = "Ask:";
    static final String WORKSPACE = "Workspace:";

    private static final int REASON_MAX = 500;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final List<String> lines;

    private AskFile(List<String> lines) {
        this.lines = lines;
    }

    /// What was said of one of those that were asked about, in their order.
    record Said(Attestation.Answer answer, String reason) {}

    /// @return the file, or MALFORMED
    static Outcome<AskFile> parse(byte[] bytes) {
        try {
            if (bytes.length <= BYTES_MAX) {
                AskFile file = of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
                if (file.ask().isPresent() && file.workspace().isPresent()) {
                    return Outcome.done(file);
                }
            }
        } catch (CharacterCodingException _) {
            // No text: no such file.
        }
        return Outcome.refused(Refusal.NO_ASK_FILE);
    }

    /// As mail and editors leave it: line ends, blanks at the end of lines and empty lines at its end are nobody's
    /// words.
    static AskFile of(String text) {
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return new AskFile(
                plain.stripTrailing().lines().map(String::stripTrailing).toList());
    }

    Optional<String> ask() {
        return value(ASK);
    }

    Optional<String> workspace() {
        return value(WORKSPACE);
    }

    private Optional<String> value(String title) {
        Pattern line = Pattern.compile(Pattern.quote(title) + " +(\\S+)");
        return lines.stream()
                .map(line::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /// What was answered.
    ///
    /// @param asked the same file as it went out
    /// @return an answer for each that was asked about; or ASK_ALTERED, ANSWER_UNCLEAR, ANSWER_REASONLESS
    Outcome<List<Said>> answers(AskFile asked) {
        int other = firstOther(asked);
        if (other < Math.max(lines.size(), asked.lines.size())) {
            return Outcome.refused(Refusal.ASK_ALTERED, other + 1);
        }
        List<String> written = IntStream.range(0, lines.size())
                .filter(i -> isOpen(asked.lines.get(i)))
                .mapToObj(i -> written(lines.get(i), asked.lines.get(i)))
                .toList();
        Outcome<List<Said>> all = Outcome.done(new ArrayList<>());
        for (int i = 0; i + 1 < written.size(); i += 2) {
            Outcome<Said> said = said(i / 2 + 1, written.get(i), written.get(i + 1));
            all = all.then(before -> said.map(one -> with(before, one)));
        }
        return all;
    }

    private static List<Said> with(List<Said> before, Said one) {
        before.add(one);
        return before;
    }

    private static boolean isOpen(String line) {
        return line.equals(ANSWER) || line.equals(REASON);
    }

    private static String written(String line, String title) {
        return SPACES.matcher(line.substring(title.length()).strip()).replaceAll(" ");
    }

    private static Outcome<Said> said(int number, String answer, String reason) {
        Optional<Attestation.Answer> known = Attestation.Answer.of(answer.toLowerCase(Locale.ROOT));
        if (known.isEmpty()) {
            return Outcome.refused(Refusal.ANSWER_UNCLEAR, number, shown(answer));
        }
        if (known.get() != Attestation.Answer.KEEP && reason.isEmpty()) {
            return Outcome.refused(Refusal.ANSWER_REASONLESS, number, answer);
        }
        return Outcome.done(new Said(known.get(), shown(reason)));
    }

    /// As much of what somebody wrote as is kept and repeated.
    private static String shown(String written) {
        String plain = AskText.plain(written);
        return plain.length() <= REASON_MAX ? plain : plain.substring(0, REASON_MAX) + "…";
    }

    private int firstOther(AskFile asked) {
        int both = Math.min(lines.size(), asked.lines.size());
        for (int i = 0; i < both; i++) {
            String open = asked.lines.get(i);
            if (isOpen(open) ? !lines.get(i).startsWith(open) : !lines.get(i).equals(open)) {
                return i;
            }
        }
        return both;
    }
}
