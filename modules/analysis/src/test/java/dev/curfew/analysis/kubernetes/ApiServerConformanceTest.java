package dev.curfew.analysis.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.kubernetes.document.ClusterReader;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// The evaluator answers what a real API server's SubjectAccessReview answers, on seeded random roles and bindings
/// beside those that the server makes for itself.
@WithKubernetes
class ApiServerConformanceTest {
    /// Each with [#ASKED] questions.
    private static final int SEEDS = Integer.getInteger("curfew.conformance.kubernetes.seeds", 8);

    private static final int FIRST_SEED = Integer.getInteger("curfew.conformance.kubernetes.first", 0);
    private static final int ASKED = 500;
    private static final int ROLES = 6;
    private static final int BINDINGS = 10;
    private static final int AT_ONCE = 8;

    /// Seen: 0.1 s until a new binding counts.
    private static final Duration COUNTS_MAX = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Kubernetes server;

    ApiServerConformanceTest(Kubernetes server) {
        this.server = server;
    }

    @Test
    void subjectAccessReviewsAnswerTheSame() throws Exception {
        int allowed = 0;
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            RandomCluster random = create(seed);
            RbacCluster cluster = asListed();
            List<Question> questions = new ArrayList<>();
            for (int i = 0; i < ASKED; i++) {
                questions.add(new Question(random.who(), random.request()));
            }
            List<Answer> answers = ask(questions);
            for (int i = 0; i < ASKED; i++) {
                allowed += compare(cluster, questions.get(i), answers.get(i), seed) ? 1 : 0;
            }
            removeBindings(seed);
        }
        System.out.println("kube-apiserver: " + SEEDS * ASKED + " reviews compared, " + allowed + " allowed");
        assertThat(allowed).isBetween(SEEDS * ASKED / 20, SEEDS * ASKED * 19 / 20);
    }

    /// Whoever is listed as allowed is allowed by the server, and of all others that bindings name, nobody is.
    @Test
    void whoIsListedAsAllowedIsAllowedAndNobodyElse() throws Exception {
        RandomCluster random = create(FIRST_SEED + 1_000);
        RbacCluster cluster = asListed();
        Set<String> everybody = Set.of(
                "User:" + prefix(FIRST_SEED + 1_000) + "ann",
                "User:" + prefix(FIRST_SEED + 1_000) + "bob",
                "Group:" + prefix(FIRST_SEED + 1_000) + "ops",
                "Group:system:masters",
                "Group:system:authenticated",
                "ServiceAccount:" + prefix(FIRST_SEED + 1_000) + "a:ci",
                "ServiceAccount:" + prefix(FIRST_SEED + 1_000) + "b:app");
        for (int i = 0; i < 40; i++) {
            RbacRequest request = random.request();
            Set<String> listed = cluster.allowedSubjects(request);
            List<String> asked = List.copyOf(everybody);
            List<Answer> answers = ask(asked.stream()
                    .map(subject -> new Question(alone(subject), request))
                    .toList());
            for (int j = 0; j < asked.size(); j++) {
                assertThat(listed.contains(asked.get(j)))
                        .as("%s on %s", asked.get(j), request)
                        .isEqualTo(isAllowed(answers.get(j)));
            }
        }
    }

    /// Label selectors of aggregation select what the server's own list with a label selector has.
    @Test
    void aggregationSelectsWhatTheServersLabelSelectorsSelect() throws Exception {
        for (int i = 0; i < 3; i++) {
            for (String tier : List.of("", "one", "two")) {
                Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", "agg-" + i + "-" + tier + "x"));
                Map<String, String> labels = new TreeMap<>(Map.of("agg", "n" + i));
                if (!tier.isEmpty()) {
                    labels.put("tier", tier);
                }
                metadata.put("labels", labels);
                Map<String, Object> rule = Map.of(
                        "verbs", List.of("get"), "apiGroups", List.of("agg"), "resources", List.of("r" + i + tier));
                server.createRbac("", "clusterroles", Map.of("metadata", metadata, "rules", List.of(rule)));
            }
        }
        Map<String, String> selectors = new TreeMap<>(Map.of(
                "agg=n1",
                "{\"matchLabels\":{\"agg\":\"n1\"}}",
                "agg,tier=one",
                "{\"matchLabels\":{\"tier\":\"one\"},\"matchExpressions\":[" + expression("Exists") + "]}",
                "agg,tier in (one,two)",
                "{\"matchExpressions\":[" + expression("Exists") + "," + in("In") + "]}",
                "agg,tier notin (one,two)",
                "{\"matchExpressions\":[" + expression("Exists") + "," + in("NotIn") + "]}",
                "!agg,rbac.authorization.k8s.io/aggregate-to-view=true",
                "{\"matchLabels\":{\"rbac.authorization.k8s.io/aggregate-to-view\":\"true\"},\"matchExpressions\":["
                        + expression("DoesNotExist") + "]}"));
        for (Map.Entry<String, String> selector : selectors.entrySet()) {
            String query = URLEncoder.encode(selector.getKey(), StandardCharsets.UTF_8);
            JsonNode selected = items("/apis/rbac.authorization.k8s.io/v1/clusterroles?labelSelector=" + query);
            assertThat(selected).isNotEmpty();
            List<RbacRule> expected = new ArrayList<>();
            for (JsonNode role : selected) {
                RbacRole.parse(role).rules().stream()
                        .filter(rule -> !expected.contains(rule))
                        .forEach(expected::add);
            }

            assertThat(aggregated(selector.getValue())).as(selector.getKey()).isEqualTo(expected);
        }
    }

    private List<RbacRule> aggregated(String selector) throws JsonProcessingException, PolicySyntaxException {
        var all = (ArrayNode) items("/apis/rbac.authorization.k8s.io/v1/clusterroles");
        all.add(JSON.readTree("{\"name\":\"zz-all\",\"rules\":[],\"aggregationRule\":{\"clusterRoleSelectors\":["
                + selector + "]}}"));
        return ClusterReader.roles(all).getLast().rules();
    }

    private static String expression(String operator) {
        return "{\"key\":\"agg\",\"operator\":\"" + operator + "\"}";
    }

    private static String in(String operator) {
        return "{\"key\":\"tier\",\"operator\":\"" + operator + "\",\"values\":[\"one\",\"two\"]}";
    }

    private static RbacSubject alone(String subject) {
        String[] parts = subject.split(":", 2);
        return switch (parts[0]) {
            case "User" -> new RbacSubject(parts[1], Set.of());
            case "Group" -> new RbacSubject("", Set.of(parts[1]));
            default -> new RbacSubject("system:serviceaccount:" + parts[1], Set.of());
        };
    }

    private boolean compare(RbacCluster cluster, Question question, Answer answer, int seed) {
        Evaluation decision = cluster.decide(question.who(), question.request());
        boolean allowed = decision instanceof Evaluation.Allowed;
        assertThat(allowed)
                .as("seed %s: %s asks %s; the server: %s", seed, question.who(), question.request(), answer.body())
                .isEqualTo(isAllowed(answer));
        String reason = answer.text("/status/reason");
        if (reason.startsWith("RBAC: allowed by ")) {
            // the server names the first that it finds
            assertThat(decision.decidedBy()).as(reason).anyMatch(it -> reason.contains("\"" + it.policy() + "\" to "));
        }
        return allowed;
    }

    private static boolean isAllowed(Answer answer) {
        return answer.ok().text("/status/allowed").equals("true");
    }

    private List<Answer> ask(List<Question> questions) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Answer>> asked = questions.stream()
                    .map(question -> threads.submit(() -> review(question)))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : asked) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private Answer review(Question question) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("user", question.who().user());
        spec.put("groups", question.who().groups());
        RbacRequest request = question.request();
        if (request.isForUrl()) {
            spec.put("nonResourceAttributes", Map.of("path", request.nonResourceUrl(), "verb", request.verb()));
        } else {
            spec.put(
                    "resourceAttributes",
                    Map.of(
                            "verb", request.verb(),
                            "group", request.apiGroup(),
                            "resource", request.resource(),
                            "subresource", request.subresource(),
                            "name", request.name(),
                            "namespace", request.namespace()));
        }
        return server.call("POST", "/apis/authorization.k8s.io/v1/subjectaccessreviews", Map.of("spec", spec));
    }

    private static String prefix(int seed) {
        return "conf" + seed + "-";
    }

    /// Makes roles and bindings, and returns when the server's authorizer knows them all: it reads each kind in the
    /// order of writing, so that it is enough to see the last of each count.
    private RandomCluster create(int seed) throws InterruptedException {
        String prefix = prefix(seed);
        List<String> namespaces = List.of(prefix + "a", prefix + "b");
        RandomCluster random = new RandomCluster(seed, prefix, namespaces);
        namespaces.forEach(server::createNamespace);
        for (int i = 0; i < ROLES; i++) {
            server.createRbac("", "clusterroles", random.clusterRole(i));
            String namespace = namespaces.get(i % 2);
            server.createRbac(namespace, "roles", random.role(i, namespace));
        }
        for (int i = 0; i < BINDINGS; i++) {
            server.createRbac("", "clusterrolebindings", random.binding(i, ""));
            String namespace = namespaces.get(i % 2);
            server.createRbac(namespace, "rolebindings", random.binding(i, namespace));
        }
        awaitMarker(prefix, "", "ClusterRole");
        awaitMarker(prefix, namespaces.getFirst(), "Role");
        return random;
    }

    private void awaitMarker(String prefix, String namespace, String kind) throws InterruptedException {
        String name = prefix + "marker";
        String plural = kind.toLowerCase(Locale.ROOT);
        Map<String, String> metadata =
                namespace.isEmpty() ? Map.of("name", name) : Map.of("name", name, "namespace", namespace);
        Map<String, Object> rule =
                Map.of("verbs", List.of("mark"), "apiGroups", List.of("marker"), "resources", List.of("markers"));
        server.createRbac(namespace, plural + "s", Map.of("metadata", metadata, "rules", List.of(rule)));
        server.createRbac(
                namespace,
                plural + "bindings",
                Map.of(
                        "metadata",
                        metadata,
                        "roleRef",
                        Map.of("apiGroup", "rbac.authorization.k8s.io", "kind", kind, "name", name),
                        "subjects",
                        List.of(Map.of("kind", "User", "name", name + kind, "apiGroup", "rbac.authorization.k8s.io"))));
        Question marked = new Question(
                new RbacSubject(name + kind, Set.of()),
                new RbacRequest("mark", "marker", "markers", "", "", namespace, ""));
        long deadline = System.nanoTime() + COUNTS_MAX.toNanos();
        while (!isAllowed(review(marked))) {
            assertThat(System.nanoTime()).as("the marker counts in time").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    /// The next seed's markers come after this in what the authorizer reads.
    private void removeBindings(int seed) {
        for (int i = 0; i < BINDINGS; i++) {
            String path = "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/" + prefix(seed) + "b" + i;
            server.call("DELETE", path, Map.of()).ok();
        }
    }

    private RbacCluster asListed() throws JsonProcessingException, PolicySyntaxException {
        String api = "/apis/rbac.authorization.k8s.io/v1/";
        var roles = (ArrayNode) items(api + "clusterroles");
        roles.addAll((ArrayNode) items(api + "roles"));
        var bindings = (ArrayNode) items(api + "clusterrolebindings");
        bindings.addAll((ArrayNode) items(api + "rolebindings"));
        return ClusterReader.read(withoutAggregation(roles), bindings);
    }

    /// No controller runs here: the server decides by the rules that are in the roles.
    private static JsonNode withoutAggregation(JsonNode roles) {
        roles.forEach(role -> ((ObjectNode) role).remove("aggregationRule"));
        return roles;
    }

    private JsonNode items(String path) throws JsonProcessingException {
        return JSON.readTree(server.call("GET", path, Map.of()).ok().body()).path("items");
    }

    private record Question(RbacSubject who, RbacRequest request) {}
}
