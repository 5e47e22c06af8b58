package dev.curfew.analysis.aws.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/// Policies about a request, or near it.
final class Policies {
    private static final List<String> OTHERS = List.of(
            "arn:aws:iam::111122223333:role/other", "arn:aws:iam::777788889999:root", "777788889999", "AROAEXAMPLEID");

    private final Dice dice;
    private final Scene scene;

    Policies(Dice dice, Scene scene) {
        this.dice = dice;
        this.scene = scene;
    }

    /// @param denies percent of statements
    ObjectNode policy(int denies) {
        return document(() -> statement(denies));
    }

    /// With whom it speaks to.
    ObjectNode resourcePolicy() {
        return document(() -> {
            ObjectNode statement = statement(15);
            principals(statement);
            return statement;
        });
    }

    /// For whoever comes.
    ObjectNode policyForAll(int denies) {
        return document(() -> statement(denies).put("Principal", "*"));
    }

    /// For whom it names, as endpoints' policies seldom do.
    ObjectNode endpointPolicy() {
        return dice.percent(90) ? policyForAll(10) : resourcePolicy();
    }

    private ObjectNode document(Supplier<ObjectNode> statements) {
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("Version", dice.percent(2) ? "2008-10-17" : "2012-10-17");
        if (dice.percent(20)) {
            document.set("Statement", statements.get());
            return document;
        }
        ArrayNode list = document.putArray("Statement");
        int count = 1 + dice.below(3);
        for (int i = 0; i < count; i++) {
            list.add(statements.get());
        }
        return document;
    }

    private ObjectNode statement(int denies) {
        ObjectNode statement =
                JsonNodeFactory.instance.objectNode().put("Effect", dice.percent(denies) ? "Deny" : "Allow");
        if (dice.percent(20)) {
            statement.put("Sid", "S" + dice.below(100));
        }
        put(statement, dice.percent(8) ? "NotAction" : "Action", this::action);
        put(statement, dice.percent(8) ? "NotResource" : "Resource", () -> Patterns.ofArn(dice, scene.resource()));
        if (dice.percent(35)) {
            statement.set("Condition", Conditions.draw(dice, scene));
        }
        return statement;
    }

    private void put(ObjectNode statement, String name, Supplier<String> value) {
        if (dice.percent(60)) {
            statement.put(name, value.get());
            return;
        }
        ArrayNode list = statement.putArray(name);
        int count = 1 + dice.below(3);
        for (int i = 0; i < count; i++) {
            list.add(value.get());
        }
    }

    private String action() {
        String action = scene.action();
        int colon = action.indexOf(':') + 1;
        return switch (dice.below(8)) {
            case 0 -> "*";
            case 1 -> action.substring(0, colon) + "*";
            case 2, 3 -> action.substring(0, colon) + Patterns.of(dice, action.substring(colon));
            case 4 -> dice.of("s3:Get*", "iam:*", "ec2:Describe*", "kms:Decrypt", "sts:AssumeRole");
            default -> Scene.oddCase(dice, action);
        };
    }

    private void principals(ObjectNode statement) {
        String name =
                statement.path("Effect").asText().equals("Deny") && dice.percent(15) ? "NotPrincipal" : "Principal";
        int kind = dice.below(10);
        if (kind == 0 && name.equals("Principal")) {
            statement.put(name, "*");
            return;
        }
        ObjectNode principals = statement.putObject(name);
        boolean service = scene.principal().endsWith(".com");
        if (kind == 1 || (service && kind < 6)) {
            principals.put("Service", service && dice.percent(80) ? scene.principal() : "sns.amazonaws.com");
        }
        if (kind == 2 || (scene.principal().contains(":oidc-provider/") && kind < 6)) {
            principals.put("Federated", "arn:aws:iam::111122223333:oidc-provider/token.example");
        }
        ArrayNode aws = principals.putArray("AWS");
        int count = 1 + dice.below(2);
        for (int i = 0; i < count; i++) {
            aws.add(aws(name.equals("NotPrincipal")));
        }
    }

    private String aws(boolean excepted) {
        String own = scene.principal();
        if (!scene.isInAccount() || dice.percent(20)) {
            return dice.percent(20) && !excepted ? "*" : dice.of(OTHERS);
        }
        String account = own.split(":", 6)[4];
        return switch (excepted && dice.percent(90) ? dice.of(0, 1) : dice.below(excepted ? 4 : 5)) {
            case 0 -> own;
            case 1 -> entity(own, account);
            case 2 -> account;
            case 3 -> "arn:aws:iam::" + account + ":root";
            default -> "*";
        };
    }

    private static String entity(String arn, String account) {
        String[] name = arn.split(":", 6)[5].split("/", 3);
        return switch (name[0]) {
            case "assumed-role" -> "arn:aws:iam::" + account + ":role/team/" + name[1];
            case "federated-user" -> "arn:aws:iam::" + account + ":user/" + name[1];
            default -> arn;
        };
    }
}
