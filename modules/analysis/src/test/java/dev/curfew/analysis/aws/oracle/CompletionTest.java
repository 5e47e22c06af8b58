package dev.curfew.analysis.aws.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.aws.reference.Reference;
import dev.curfew.analysis.batch.AwsCases;
import dev.curfew.analysis.batch.CaseException;
import dev.curfew.analysis.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What is said of a request of which not all is known, against what is said of that request made whole: with keys
/// absent, with every value that a policy names, and with values like none. Nothing is shared with how the answer is
/// found but the decision on whole requests, which has other oracles: one of them is asked here too.
class CompletionTest {
    private static final long SEED = 60_000_000;
    private static final int CASES = Integer.getInteger("curfew.oracle.completions", 400);

    /// Of the requests made whole, how many are decided by the pages as a program as well.
    private static final int READ_EVERY = 100;

    /// Unknown keys of a case; what they could be is tried in every combination.
    private static final int UNKNOWN_MAX = 2;

    private final AwsCases evaluator = new AwsCases();

    @Test
    void anAnswerIsOpenExactlyWhereRequestsThatAreWholeAreAnsweredDifferently() throws CaseException {
        Map<String, Integer> verdicts = new TreeMap<>();
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            ObjectNode partial = Cases.draw(seed);
            List<String> unknown = forget(partial, new Random(seed));
            JsonNode answer = evaluator.evaluate(JsonText.of(partial));
            List<Whole> wholes = wholes(partial, unknown);
            Set<String> keys = hangsOn(wholes, unknown);
            String verdict = answer.path("verdict").asText();
            verdicts.merge(verdict, 1, Integer::sum);
            assertThat(lower(answer.path("dependsOn"))).as("%s", partial).isEqualTo(keys);
            assertThat(verdict.equals("Conditional")).as("%s", partial).isEqualTo(!keys.isEmpty());
            if (keys.isEmpty()) {
                assertThat(verdict.equals("Allowed"))
                        .as("%s", partial)
                        .isEqualTo(wholes.getFirst().isAllowed());
            }
            assertThat(statements(List.of(answer)))
                    .as("%s", partial)
                    .isSubsetOf(statements(wholes.stream().map(Whole::answer).toList()));
        }
        System.out.printf("completions: %d cases from seed %d, %s%n", CASES, SEED, verdicts);
        assertThat(verdicts.getOrDefault("Conditional", 0)).isGreaterThan(CASES / 40);
    }

    /// @param chosen what each unknown key is here
    private record Whole(List<Integer> chosen, JsonNode answer) {
        boolean isAllowed() {
            return answer.path("verdict").asText().equals("Allowed");
        }
    }

    /// Leaves out some keys that have one value, and makes the rest all that is known.
    private static List<String> forget(ObjectNode drawn, Random random) {
        ObjectNode request = (ObjectNode) drawn.path("request");
        ObjectNode context = (ObjectNode) request.path("context");
        List<String> unknown = new ArrayList<>();
        List<String> single = new ArrayList<>(Values.KEYS);
        single.removeIf(key -> Scene.SEVERAL.contains(key));
        for (String key : Values.KEYS) {
            boolean given = names(context).stream().anyMatch(key::equalsIgnoreCase);
            if (!given) {
                // known to be absent: an empty list says so
                context.putArray(key);
            }
        }
        List<String> compared = new ArrayList<>(single);
        compared.removeIf(key -> !new Drawn(drawn).compares(it -> it.key().equalsIgnoreCase(key)));
        for (int i = 0; i < UNKNOWN_MAX; i++) {
            List<String> from = compared.isEmpty() ? single : compared;
            String key = from.get(random.nextInt(from.size()));
            single.remove(key);
            compared.remove(key);
            names(context).stream().filter(key::equalsIgnoreCase).toList().forEach(context::remove);
            unknown.add(key);
        }
        // the last is a variable in some value
        for (String missing : List.of("aws:PrincipalTag/missing", "z")) {
            context.putArray(missing);
        }
        request.put("partialContext", true);
        return unknown;
    }

    private static List<String> names(ObjectNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private List<Whole> wholes(ObjectNode partial, List<String> unknown) throws CaseException {
        List<List<String>> choices = new ArrayList<>();
        for (String key : unknown) {
            choices.add(choices(partial, key));
        }
        List<Whole> wholes = new ArrayList<>();
        for (int first = 0; first < choices.get(0).size(); first++) {
            for (int second = 0; second < choices.get(1).size(); second++) {
                ObjectNode whole = partial.deepCopy();
                ObjectNode request = (ObjectNode) whole.path("request");
                request.put("partialContext", false);
                put(request, unknown.get(0), choices.get(0).get(first));
                put(request, unknown.get(1), choices.get(1).get(second));
                JsonNode answer = evaluator.evaluate(JsonText.of(whole));
                if (wholes.size() % READ_EVERY == 0) {
                    assertThat(Reference.Answer.of(answer)).as("%s", whole).isEqualTo(Reference.to(whole));
                }
                wholes.add(new Whole(List.of(first, second), answer));
            }
        }
        return wholes;
    }

    private static void put(ObjectNode request, String key, String value) {
        ArrayNode values = ((ObjectNode) request.path("context")).putArray(key);
        if (!value.equals("(absent)")) {
            values.add(value);
        }
    }

    /// Every value that the case's policies compare the key with, and others like and unlike them.
    private static List<String> choices(JsonNode partial, String key) {
        Set<String> choices = new LinkedHashSet<>(List.of("(absent)", "like nothing else", ""));
        new Drawn(partial).compares(compared -> {
            if (compared.key().equalsIgnoreCase(key)) {
                for (String value : compared.values()) {
                    choices.add(value);
                    choices.add(value.toLowerCase(Locale.ROOT));
                    choices.add(value.toUpperCase(Locale.ROOT));
                    String text = value.replace("${*}", "\u0001")
                            .replace("${?}", "\u0002")
                            .replace("${$}", "$");
                    choices.add(written(text.replace("*", "").replace("?", "q")));
                    choices.add(written(text.replace("*", "q").replace("?", "q")));
                    choices.add(value.replaceAll("/\\d+$", ""));
                }
            }
            return false;
        });
        // what is compared with the key, and what texts and resources could have in its place
        choices.addAll(List.of(
                "ann", "Ann", "red", "a*b", "10.1.2.3", "203.0.113.7", "9.9.9.9", "2001:db8::1", "true", "false"));
        choices.addAll(List.of(
                "-4",
                "-2",
                "0.5",
                "2",
                "9.5",
                "9.9",
                "11",
                "5000",
                "1700000001",
                "1795339801",
                "2026-06-01",
                "2028-01-01"));
        partial.at("/request/context").forEach(values -> values.forEach(value -> choices.add(value.asText())));
        String resource = partial.at("/request/resourceArn").asText();
        String name = resource.substring(resource.lastIndexOf(':') + 1);
        for (int start = 0;
                start < name.length()
                        && partial.toString().toLowerCase(Locale.ROOT).contains("${" + key.toLowerCase(Locale.ROOT));
                start++) {
            for (int end = start + 1; end <= name.length(); end++) {
                choices.add(name.substring(start, end));
            }
        }
        return List.copyOf(choices);
    }

    private static String written(String text) {
        return text.replace('\u0001', '*').replace('\u0002', '?');
    }

    /// The keys of which one other value makes another answer.
    private static Set<String> hangsOn(List<Whole> wholes, List<String> unknown) {
        Set<String> keys = new TreeSet<>();
        for (int key = 0; key < unknown.size(); key++) {
            int other = 1 - key;
            Map<Integer, Boolean> first = new TreeMap<>();
            for (Whole whole : wholes) {
                Boolean before = first.putIfAbsent(whole.chosen().get(other), whole.isAllowed());
                if (before != null && before != whole.isAllowed()) {
                    keys.add(unknown.get(key).toLowerCase(Locale.ROOT));
                }
            }
        }
        return keys;
    }

    private static Set<String> lower(JsonNode texts) {
        Set<String> lower = new TreeSet<>();
        texts.forEach(text -> lower.add(text.asText().toLowerCase(Locale.ROOT)));
        return lower;
    }

    private static Set<String> statements(List<JsonNode> answers) {
        Set<String> statements = new TreeSet<>();
        answers.forEach(answer -> answer.path("decidedBy").forEach(by -> statements.add(by.toString())));
        return statements;
    }
}
