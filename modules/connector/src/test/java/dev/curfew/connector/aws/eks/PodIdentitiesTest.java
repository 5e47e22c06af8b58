package dev.curfew.connector.aws.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.aws.AwsDescription;
import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// moto has no associations: what is asked and what is answered is held to the vendor's own description, which comes
/// with it.
@WithMoto
class PodIdentitiesTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/app";
    private static final String CLUSTER = "arn:aws:eks:eu-west-1:111122223333:cluster/shop";
    private static final String ASSOCIATION = "arn:aws:eks:eu-west-1:111122223333:podidentityassociation/shop/a-1";
    private static final String ISSUER = "https://oidc.eks.eu-west-1.amazonaws.com/id/E";

    private final MockWebServer server = new MockWebServer();
    private final FactSet facts = new FactSet();

    /// By path, with the query.
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private volatile String refusedPath = "";

    @BeforeEach
    void start() throws IOException {
        answers.put("/clusters?maxResults=100", "{\"clusters\":[\"shop\"]}");
        answers.put(
                "/clusters/shop",
                "{\"cluster\":{\"name\":\"shop\",\"arn\":\"" + CLUSTER
                        + "\",\"endpoint\":\"https://E.gr7.eu-west-1.eks.amazonaws.com\",\"identity\":{\"oidc\":{\"issuer\":\""
                        + ISSUER + "\"}},\"tags\":{\"a\":\"canary\"}}}");
        String summary =
                "{\"clusterName\":\"shop\",\"namespace\":\"ns\",\"serviceAccount\":\"app\",\"associationId\":\"a-";
        answers.put(
                "/clusters/shop/pod-identity-associations?maxResults=100",
                "{\"associations\":[" + summary + "1\"}],\"nextToken\":\"2\"}");
        answers.put(
                "/clusters/shop/pod-identity-associations?maxResults=100&nextToken=2",
                "{\"associations\":[" + summary + "2\"}]}");
        answers.put("/clusters/shop/pod-identity-associations/a-1", association("1", ""));
        answers.put(
                "/clusters/shop/pod-identity-associations/a-2",
                association("2", ",\"disableSessionTags\":true,\"targetRoleArn\":\"" + ROLE + "2\",\"policy\":\"{}\""));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath()
                        + (request.getUrl().encodedQuery() == null
                                ? ""
                                : "?" + request.getUrl().encodedQuery());
                boolean refused = refusedPath.equals(path);
                return new MockResponse.Builder()
                        .code(refused ? 403 : 200)
                        .addHeader("Content-Type", "application/json")
                        .body(refused ? "{\"message\":\"not this\"}" : answers.getOrDefault(path, ""))
                        .build();
            }
        });
        server.start();
    }

    private static String association(String number, String more) {
        return "{\"association\":{\"clusterName\":\"shop\",\"namespace\":\"ns\",\"serviceAccount\":\"app\",\"roleArn\":\""
                + ROLE + "\",\"associationArn\":\"" + ASSOCIATION.replace("a-1", "a-" + number)
                + "\",\"associationId\":\"a-" + number + "\",\"tags\":{\"a\":\"canary\"},\"createdAt\":1700000000.5"
                + more + "}}";
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void theAnswersAreWhatTheServiceTells() throws Exception {
        AwsDescription eks = AwsDescription.of("eks", "2017-11-01");
        Map<String, String> actions = new HashMap<>();
        for (String action : List.of(
                "ListClusters", "DescribeCluster", "ListPodIdentityAssociations", "DescribePodIdentityAssociation")) {
            actions.put(
                    eks.operation(action)
                            .at("/http/requestUri")
                            .asText()
                            .replace("{name}", "shop")
                            .replaceAll("\\{associationId}", "a-\\\\d"),
                    action);
        }
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            String action = actions.entrySet().stream()
                    .filter(each -> answer.getKey().replaceAll("\\?.*", "").matches(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
            assertThat(eks.problemsOfAnswer(action, new ObjectMapper().readTree(answer.getValue())))
                    .as(answer.getKey())
                    .isEmpty();
        }
    }

    @Test
    void readsEachClustersAssociationsAsTrustsOfTheirRoles() throws Exception {
        assertThat(read().state()).isEqualTo(CoverageState.READ);

        assertThat(facts.all(Trust.class))
                .extracting(trust -> trust.target().nativeId() + " " + trust.mechanism() + " "
                        + trust.document().nativeId())
                .containsExactly(
                        ROLE + " aws.pod-identity " + ASSOCIATION,
                        ROLE + " aws.pod-identity " + ASSOCIATION.replace("a-1", "a-2"));
        assertThat(facts.all(Policy.class))
                .extracting(Policy::text)
                .containsExactly("""
                        {"clusterName":"shop","issuer":"%s","namespace":"ns","roleArn":"%s","serviceAccount":"app"}\
                        """.formatted(ISSUER, ROLE), """
                        {"clusterName":"shop","disableSessionTags":true,"issuer":"%s","namespace":"ns","policy":"{}","roleArn":"%s","serviceAccount":"app","targetRoleArn":"%s2"}\
                        """.formatted(ISSUER, ROLE, ROLE));
        assertThat(facts.all(Resource.class))
                .singleElement()
                .satisfies(cluster -> assertThat(cluster.tags())
                        .isEqualTo(Map.of(
                                "oidc-issuer",
                                ISSUER,
                                "api-server",
                                "https://E.gr7.eu-west-1.eks.amazonaws.com",
                                "pod-identities",
                                "read")));
        assertThat(facts.inOrder().toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({
        "/clusters?maxResults=100, REFUSED, 0, false",
        "/clusters/shop, PARTIAL, 2, false",
        "/clusters/shop/pod-identity-associations?maxResults=100, PARTIAL, 0, false",
        "/clusters/shop/pod-identity-associations/a-1, PARTIAL, 1, false",
    })
    void whatIsRefusedIsToldAndTheRestIsKnown(String path, CoverageState state, int associations, boolean whole)
            throws Exception {
        refusedPath = path;

        Coverage coverage = read();

        assertThat(coverage.state()).isEqualTo(state);
        assertThat(coverage.detail()).contains(": ");
        assertThat(facts.all(Trust.class)).hasSize(associations);
        assertThat(facts.all(Resource.class).stream()
                        .anyMatch(cluster -> cluster.tags().containsKey("pod-identities")))
                .isEqualTo(whole);
    }

    private Coverage read() throws InterruptedException {
        try (ConnectedAccount connected = new ConnectedAccount(server.url("/").uri(), HttpSettings.DEFAULTS)) {
            return connected
                    .reading("AKIAIOSFODNN7EXAMPLE canarySECRETcanarySECRETcanarySECRET0000")
                    .read(PodIdentities::new, facts)
                    .getFirst();
        }
    }
}
