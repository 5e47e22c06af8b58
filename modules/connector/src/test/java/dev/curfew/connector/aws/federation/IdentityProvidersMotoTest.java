package dev.curfew.connector.aws.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.boto.Boto;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The providers that an account has are those that AWS's own client lists.
@WithMoto
class IdentityProvidersMotoTest {
    @Test
    void seesWhatAwssOwnClientListsWithIssuerAndAudiences(Moto moto) throws Exception {
        moto.reset();
        try (Boto boto = Boto.of(moto, "eu-west-1")) {
            seed(boto);

            Observation observation = observe(moto);

            assertThat(providers(observation).map(it -> it.id().nativeId()))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(
                                    boto.list(
                                            "iam",
                                            "list_open_id_connect_providers",
                                            Map.of(),
                                            "OpenIDConnectProviderList",
                                            "Arn"),
                                    boto.list("iam", "list_saml_providers", Map.of(), "SAMLProviderList", "Arn"))
                            .flatMap(List::stream)
                            .toList());
            assertThat(providers(observation)
                            .filter(it -> it.kind().equals("aws.oidc-provider"))
                            .map(it -> it.name() + " " + it.tags()))
                    .containsExactly("token.actions.githubusercontent.com "
                            + Map.of(
                                    "audiences",
                                    "sts.amazonaws.com, vault",
                                    "issuer",
                                    "https://token.actions.githubusercontent.com"));
            assertThat(providers(observation).filter(it -> it.kind().equals("aws.saml-provider")))
                    .singleElement()
                    .satisfies(it -> assertThat(it.tags()).containsKey("valid-until"));
            assertThat(observation.coverage())
                    .filteredOn(it -> it.scope().endsWith("-providers"))
                    .extracting(Coverage::scope, Coverage::state, Coverage::items)
                    .containsExactlyInAnyOrder(
                            tuple("oidc-providers", CoverageState.READ, 1L),
                            tuple("saml-providers", CoverageState.READ, 1L));
        } finally {
            moto.reset();
        }
    }

    private static void seed(Boto boto) {
        boto.call(
                "iam",
                "create_open_id_connect_provider",
                Map.of(
                        "Url",
                        "https://token.actions.githubusercontent.com",
                        "ClientIDList",
                        List.of("vault", "sts.amazonaws.com"),
                        "ThumbprintList",
                        List.of("a".repeat(40))));
        boto.call(
                "iam",
                "create_saml_provider",
                Map.of("Name", "corp", "SAMLMetadataDocument", "<EntityDescriptor/>".repeat(100)));
    }

    private static Stream<Resource> providers(Observation observation) {
        return observation.facts().stream()
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast)
                .filter(it -> it.kind().endsWith("-provider"));
    }

    private static Observation observe(Moto moto) throws InterruptedException {
        Moto.AccessKey key = moto.administrator("curfew");
        try (ConnectedAccount connected = new ConnectedAccount(moto.endpoint(), HttpSettings.DEFAULTS)) {
            return connected.reading(key.id() + " " + key.secret().reveal()).observe();
        }
    }
}
