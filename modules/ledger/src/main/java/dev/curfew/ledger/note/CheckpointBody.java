package dev.curfew.ledger.note;

import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A checkpoint's text (C2SP tlog-checkpoint): origin, size, Base64 root hash, a line each.
///
/// @param rootHash 64 hexadecimal digits
public record CheckpointBody(String origin, long size, String rootHash) {
    private static final Pattern SHAPE = Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/=]+)\n");
    private static final int ROOT_BYTES = 32;

    /// @throws IllegalArgumentException if it is not a checkpoint
    public static CheckpointBody parse(String body) {
        Matcher matcher = SHAPE.matcher(body);
        // more lines may follow, none of them empty; a pattern that said so would need the stack for each
        if (!matcher.lookingAt() || !body.endsWith("\n") || body.contains("\n\n")) {
            throw new IllegalArgumentException("not a checkpoint: origin, size and root hash are a line each");
        }
        byte[] root = Base64.getDecoder().decode(matcher.group(3));
        if (root.length != ROOT_BYTES) {
            throw new IllegalArgumentException("a root hash has " + ROOT_BYTES + " bytes");
        }
        return new CheckpointBody(
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                HexFormat.of().formatHex(root));
    }

    public String text() {
        return origin + "\n" + size + "\n"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(rootHash)) + "\n";
    }
}
