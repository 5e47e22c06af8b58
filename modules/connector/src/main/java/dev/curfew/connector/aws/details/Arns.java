package dev.curfew.connector.aws.details;

import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.text.Messages;
import java.util.regex.Pattern;

/// ARNs of IAM: `arn:<partition>:iam::<account>:<type>/<path and name>`.
public final class Arns {
    /// IAM API Reference, `arnType`: 20 to 2,048 characters.
    private static final int CHARACTERS_MAX = 2048;

    private static final Pattern SHAPE =
            Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}|aws):[a-z-]+/[\\u0021-\\u007E]+");

    private Arns() {}

    /// @param type `user`, `role`, `group`, `policy`
    static String require(Node node, String arn, String type) {
        if (arn.length() > CHARACTERS_MAX
                || !SHAPE.matcher(arn).matches()
                || !arn.split(":", 6)[5].startsWith(type + "/")) {
            throw new MalformedException(
                    Problem.BAD_VALUE, node.place(), Messages.of(Arns.class).text("expected.arn", type));
        }
        return arn;
    }

    /// The field `Arn` of an object.
    ///
    /// @param type as above
    /// @throws MalformedException if it is missing, or the ARN of something else
    public static String require(Reading object, String type) {
        return require(object.require("Arn"), object.text("Arn"), type);
    }

    /// The partition that the field `Arn` of an object names, whichever service's it is: `aws`, `aws-cn`.
    ///
    /// @throws MalformedException if it is missing, or no ARN
    public static String partition(Reading object) {
        return partition(object, "Arn");
    }

    /// As above, by another field.
    public static String partition(Reading object, String field) {
        String[] parts = object.text(field).split(":", 3);
        if (parts.length < 3) {
            throw new MalformedException(
                    Problem.BAD_VALUE,
                    object.require(field).place(),
                    Messages.of(Arns.class).text("expected.any"));
        }
        return parts[1];
    }

    /// The resource that stands for the account of an IAM ARN: `arn:aws:iam::111122223333:root`.
    public static String account(String arn) {
        String[] parts = arn.split(":", 6);
        return parts[0] + ":" + parts[1] + ":iam::" + parts[4] + ":root";
    }

    /// Twelve digits, of an IAM ARN.
    public static String accountNumber(String arn) {
        return arn.split(":", 6)[4];
    }
}
