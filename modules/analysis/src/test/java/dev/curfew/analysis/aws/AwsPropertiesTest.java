package dev.curfew.analysis.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// What holds of all policies, on seeded random ones; the repetition is the seed.
class AwsPropertiesTest {
    private static final List<String> ACTIONS = List.of("s3:GetObject", "s3:PutObject", "iam:PassRole");
    private static final List<String> RESOURCES =
            List.of("arn:aws:s3:::logs/a", "arn:aws:s3:::data/b", "arn:aws:iam::111122223333:role/x");

    @RepeatedTest(300)
    void theOrderOfStatementsDoesNotMatter(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<String> statements = statements(random);
        List<String> shuffled = new ArrayList<>(statements);
        Collections.shuffle(shuffled, random);

        for (String action : ACTIONS) {
            for (String resource : RESOURCES) {
                assertThat(kind(shuffled, action, resource))
                        .as("%s on %s by %s", action, resource, statements)
                        .isEqualTo(kind(statements, action, resource));
            }
        }
    }

    @RepeatedTest(300)
    void oneMoreDenyNeverWidensAndOneMoreAllowNeverNarrows(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<String> statements = statements(random);
        List<String> denied = new ArrayList<>(statements);
        denied.add(statement(random, "Deny"));
        List<String> allowed = new ArrayList<>(statements);
        allowed.add(statement(random, "Allow"));

        for (String action : ACTIONS) {
            for (String resource : RESOURCES) {
                int before = rank(statements, action, resource);
                assertThat(rank(denied, action, resource)).as("%s", denied).isLessThanOrEqualTo(before);
                assertThat(rank(allowed, action, resource)).as("%s", allowed).isGreaterThanOrEqualTo(before);
            }
        }
    }

    private static Class<?> kind(List<String> statements, String action, String resource) {
        return decide(statements, action, resource).getClass();
    }

    /// Denied, perhaps, allowed.
    private static int rank(List<String> statements, String action, String resource) {
        return switch (decide(statements, action, resource)) {
            case Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ -> 0;
            case Evaluation.Conditional _, Evaluation.Unknown _ -> 1;
            case Evaluation.Allowed _ -> 2;
        };
    }

    private static Evaluation decide(List<String> statements, String action, String resource) {
        return AwsCase.request()
                .partly()
                .with("my:Known", "a")
                .does(action)
                .on(resource)
                .identity(statements.toArray(String[]::new))
                .decide();
    }

    private static List<String> statements(Random random) {
        List<String> statements = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            statements.add(statement(random, random.nextInt(3) == 0 ? "Deny" : "Allow"));
        }
        return statements;
    }

    private static String statement(Random random, String effect) {
        String actions = pick(random, "'Action':'*'", "'Action':'s3:*'", "'Action':'s3:Get*'", "'NotAction':'iam:*'");
        String resources = pick(
                random,
                "'Resource':'*'",
                "'Resource':'arn:aws:s3:::logs/*'",
                "'NotResource':'arn:aws:s3:::data/*'",
                "'Resource':'arn:aws:s3:::${my:Unknown}/*'");
        String condition = pick(
                random,
                "",
                ",'Condition':{'StringEquals':{'my:Known':'a'}}",
                ",'Condition':{'StringNotEquals':{'my:Known':'a'}}",
                ",'Condition':{'StringEquals':{'my:Unknown':'a'}}");
        return "{'Effect':'" + effect + "'," + actions + "," + resources + condition + "}";
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
