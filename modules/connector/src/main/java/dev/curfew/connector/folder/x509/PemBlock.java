package dev.curfew.connector.folder.x509;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
    private static final Pattern HEADERS = Pattern.compile("\\A\\s*((?:[A-Za-z-]+: [^\\n]*\\R)+)\\s*");

    /// In the order of the text. One without its end is none: where it would end is anybody's guess.
    static List<PemBlock> in(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (begin.find(from)) {
            String label = begin.group(1);
            String footer = "-----END " + label + "-----";
            int end = text.indexOf(footer, begin.end());
            if (end < 0) {
                from = begin.end();
                continue;
            }
            from = end + footer.length();
            String body = text.substring(begin.end(), end);
            Matcher headers = HEADERS.matcher(body);
            boolean found = headers.find();
            boolean encrypted = found && headers.group(1).contains("ENCRYPTED");
            String base64 = found ? body.substring(headers.end()) : body;
            blocks.add(new PemBlock(label, begin.start(), from, base64, encrypted || label.startsWith("ENCRYPTED ")));
        }
        return blocks;
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
