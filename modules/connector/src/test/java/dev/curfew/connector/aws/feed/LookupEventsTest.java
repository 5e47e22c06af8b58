package dev.curfew.connector.aws.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.aws.AwsDescription;
import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What is asked, and what is made of the answer, against the vendor's own description of its interfaces, which comes
/// with the test bed (botocore).
@WithMoto
class LookupEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Moto moto;

    LookupEventsTest(Moto moto) {
        this.moto = moto;
    }

    @Test
    void whatIsAskedIsWhatTheServiceTakes() throws IOException {
        JsonNode service = AwsDescription.of("cloudtrail", "2013-11-01").service();
        JsonNode shapes = service.path("shapes");
        AwsJsonCall call = EventLookup.call(Instant.ofEpochSecond(1_700_000_000), Optional.of("t"));

        assertThat(call.target())
                .contains(service.path("metadata").path("targetPrefix").asText() + ".LookupEvents");
        assertThat(call.contentType())
                .isEqualTo("application/x-amz-json-"
                        + service.path("metadata").path("jsonVersion").asText());
        JsonNode body = JSON.readTree(call.body());
        assertThat(names(body))
                .isSubsetOf(names(shapes.path("LookupEventsRequest").path("members")));
        assertThat(body.path("StartTime").asLong()).isEqualTo(1_700_000_000);
        assertThat(body.path("MaxResults").asInt())
                .isEqualTo(shapes.path("MaxResults").path("max").asInt());
        JsonNode attribute = body.path("LookupAttributes").path(0);
        assertThat(names(attribute))
                .isEqualTo(names(shapes.path("LookupAttribute").path("members")));
        assertThat(texts(shapes.path("LookupAttributeKey").path("enum")))
                .contains(attribute.path("AttributeKey").asText());
        assertThat(service.path("operations")
                        .path("LookupEvents")
                        .path("documentation")
                        .asText())
                .contains("limited to two per second");
    }

    @Test
    void whatIsReadOfTheAnswerIsWhatTheServiceTells() throws IOException {
        JsonNode shapes =
                AwsDescription.of("cloudtrail", "2013-11-01").service().path("shapes");

        assertThat(names(shapes.path("LookupEventsResponse").path("members"))).contains("Events", "NextToken");
        assertThat(names(shapes.path("Event").path("members")))
                .contains("EventId", "EventSource", "EventName", "EventTime", "ReadOnly");
        assertThat(shapes.path("Date").path("type").asText()).isEqualTo("timestamp");
        TrailedEvent event = TrailedEvent.of(JSON.readTree("{\"EventId\":\"e\",\"EventSource\":\"iam.amazonaws.com\","
                + "\"EventName\":\"CreateUser\",\"EventTime\":1700000000.25}"));
        assertThat(event)
                .isEqualTo(new TrailedEvent(
                        "e", "iam.amazonaws.com", "CreateUser", Instant.ofEpochSecond(1_700_000_000, 250_000_000)));
    }

    @Test
    void eachActionThatChangesWhatIsReadChangesAScope() throws IOException {
        List<String> changing = names(
                        AwsDescription.of("iam", "2010-05-08").service().path("operations"))
                .stream()
                .filter(action -> !action.matches("(Get|List|Simulate|Generate).*"))
                .sorted()
                .toList();

        assertThat(changing).hasSizeGreaterThan(90);
        assertThat(changing)
                .filteredOn(action -> ChangedScopes.of(action).isEmpty())
                .allMatch(
                        action -> action.matches(".*(AccountAlias|AccountPasswordPolicy|MFADevice|OpenIDConnectProvider"
                                + "|Organizations|SAMLProvider|SSHPublicKey|SecurityTokenServicePreferences|ServerCertificate"
                                + "|ServiceSpecificCredential|SigningCertificate).*"));
        assertThat(changing)
                .filteredOn(action -> ChangedScopes.of(action).equals(ChangedScopes.CREDENTIALS))
                .containsExactlyInAnyOrder(
                        "ChangePassword",
                        "CreateAccessKey",
                        "CreateLoginProfile",
                        "DeleteAccessKey",
                        "DeleteLoginProfile",
                        "UpdateAccessKey",
                        "UpdateLoginProfile");
        assertThat(changing)
                .filteredOn(action -> action.matches("(Put|Delete|Attach|Detach)(User|Group|Role)Policy"))
                .hasSize(12)
                .allMatch(action -> ChangedScopes.of(action).equals(ChangedScopes.DETAILS));
        assertThat(changing).contains("CreateUser", "DeleteUser", "UpdateUser");
    }

    @Test
    void whereAServerHasNoEventHistoryThereIsNoFeed() throws InterruptedException {
        try (ConnectedAccount connected = new ConnectedAccount(moto.endpoint(), HttpSettings.DEFAULTS)
                .reading("AKIAIOSFODNN7EXAMPLE canarySECRETcanarySECRETcanarySECRET0000")) {
            assertThat(connected.changes()).isEmpty();
        }
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
