package dev.curfew.connector.folder.x509;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A block of a PEM text (RFC 7468), with the headers of RFC 1421 where it has them.
///
/// @param label for example `CERTIFICATE`
/// @param start of its first line in the text
/// @param end of its last line, exclusive
/// @param base64 between header and footer, as it stands there
/// @param encrypted whether its headers say so
record PemBlock(String label, int start, int end, String base64, boolean encrypted) {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");
    private static final Pattern END = Pattern.compile("-----END ([A-Z0-9 ]{1,40})-----");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z-]+: .*");

    /// In the order of the text. One without its end is none: where it would end is anybody's guess.
    static List<PemBlock> in(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        Map<String, Deque<MatchResult>> ends = ends(text);
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (begin.find(from)) {
            Deque<MatchResult> its = ends.getOrDefault(begin.group(1), new ArrayDeque<>());
            while (!its.isEmpty() && its.peek().start() < begin.end()) {
                its.remove();
            }
            from = its.isEmpty() ? begin.end() : its.peek().end();
            if (!its.isEmpty()) {
                blocks.add(of(begin, text.substring(begin.end(), its.peek().start()), from));
            }
        }
        return blocks;
    }

    /// The last lines of blocks by label, so that a text of many first lines is not gone through for each.
    private static Map<String, Deque<MatchResult>> ends(String text) {
        Map<String, Deque<MatchResult>> ends = new HashMap<>();
        END.matcher(text)
                .results()
                .forEach(end -> ends.computeIfAbsent(end.group(1), _ -> new ArrayDeque<>())
                        .add(end));
        return ends;
    }

    private static PemBlock of(MatchResult begin, String body, int end) {
        String label = begin.group(1);
        List<String> lines = body.lines().dropWhile(String::isBlank).toList();
        List<String> headers =
                lines.stream().takeWhile(HEADER.asMatchPredicate()).toList();
        String base64 = headers.isEmpty() ? body : String.join("\n", lines.subList(headers.size(), lines.size()));
        boolean encrypted = headers.stream().anyMatch(header -> header.contains("ENCRYPTED"));
        return new PemBlock(label, begin.start(), end, base64, encrypted || label.startsWith("ENCRYPTED "));
    }

    boolean isCertificate() {
        return label.equals("CERTIFICATE") || label.equals("X509 CERTIFICATE") || label.equals("TRUSTED CERTIFICATE");
    }

    /// Many certificates in one, without keys (RFC 2315).
    boolean isBundle() {
        return label.equals("PKCS7");
    }

    boolean isPrivateKey() {
        return label.endsWith("PRIVATE KEY");
    }

    /// Empty where it is no Base64.
    Optional<byte[]> der() {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
