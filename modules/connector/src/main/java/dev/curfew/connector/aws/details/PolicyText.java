package dev.curfew.connector.aws.details;

import dev.curfew.connector.tree.Expected;
import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.JsonText;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A policy document, in whichever of its three clothes it comes: an object (the command line decodes it), text
/// percent-encoded after RFC 3986 (the API), or plain text.
public final class PolicyText {
    private PolicyText() {}

    /// @return JSON without white space, fields in the order they were written
    public static String of(Node document) {
        return switch (document) {
            case Node.Fields object -> JsonText.of(object);
            case Node.Text text -> fromText(text);
            case Node.Empty _, Node.Literal _, Node.Items _ ->
                throw new MalformedException(Problem.WRONG_TYPE, document.place(), Expected.object());
        };
    }

    private static String fromText(Node.Text text) {
        String json = text.value().stripLeading().startsWith("{") ? text.value() : decode(text);
        try {
            if (JsonInput.parse(json) instanceof Node.Fields object) {
                return JsonText.of(object);
            }
        } catch (MalformedException inside) {
            // Its line and column count within the document; whoever reads this looks into the file.
            String detail = inside.problem() == Problem.UNREADABLE ? "" : Expected.object();
            throw new MalformedException(inside.problem(), text.place(), detail);
        }
        throw new MalformedException(Problem.WRONG_TYPE, text.place(), Expected.object());
    }

    /// RFC 3986, section 2.1. Not `URLDecoder`, which also turns `+` into a space: IAM leaves a plus as it is.
    private static String decode(Node.Text text) {
        String value = text.value();
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(utf8.length);
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] != '%') {
                decoded.put(utf8[i]);
            } else if (i + 2 < utf8.length && HexFormat.isHexDigit(utf8[i + 1]) && HexFormat.isHexDigit(utf8[i + 2])) {
                decoded.put((byte) (HexFormat.fromHexDigit(utf8[i + 1]) << 4 | HexFormat.fromHexDigit(utf8[i + 2])));
                i += 2;
            } else {
                throw notText(text);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException _) {
            throw notText(text);
        }
    }

    private static MalformedException notText(Node.Text text) {
        return new MalformedException(Problem.BAD_VALUE, text.place(), Expected.object());
    }
}
