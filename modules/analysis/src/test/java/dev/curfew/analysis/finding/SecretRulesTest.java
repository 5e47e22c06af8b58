package dev.curfew.analysis.finding;

import static dev.curfew.analysis.Estate.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.model.attribute.Sensitivity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Where secrets are kept, by fingerprints and ids alone.
class SecretRulesTest {
    private static final Set<Rule> RULES = Set.of(Rule.LEAKED, Rule.REUSED, Rule.CROSS_ENVIRONMENT);
    private static final String OPEN = "curfew:in-the-open";

    private final Estate estate = Estate.of("repo");

    @Test
    void aKnownCredentialInAFileIsLeaked() {
        Estate aws = estate.and("aws");
        aws.credential("aws.access-key", "AKIAONE", null, Map.of());
        file(".env", Map.of("curfew:credential", "AKIAONE", OPEN, "true"));

        assertThat(sentences())
                .containsExactly(
                        "HIGH The secret of AKIAONE stands readable in repo:.env. Revoke it, then take it out.");
    }

    @Test
    void aSecretThatNobodyKnowsIsFoundAllTheSame() {
        estate.credential("folder.secret", "secret/f00d", null, Map.of("fingerprint", "f00d"));
        file(".env", Map.of("fingerprint:TOKEN", "f00d", OPEN, "true"));

        assertThat(sentences())
                .containsExactly(
                        "MEDIUM secret/f00d stands readable in repo:.env. End it where it was issued, then take it out.");
    }

    @Test
    void theSameSecretInTwoPlacesIsReused() {
        estate.credential("folder.secret", "secret/f00d", null, Map.of("fingerprint", "f00d"));
        estate.and("k8s")
                .resource(
                        "kubernetes.secret",
                        "secrets/shop/db",
                        Sensitivity.UNKNOWN,
                        Map.of("fingerprint:password", "f00d"));
        file("closed", Map.of("fingerprint:PASSWORD", "f00d"));

        assertThat(sentences())
                .containsExactly("LOW secret/f00d is kept in more than one place: k8s:shop/db, repo:closed."
                        + " Give each user of it one of its own.");
    }

    @Test
    void acrossEnvironmentsItIsWorse() {
        estate.credential("folder.secret", "secret/f00d", null, Map.of("fingerprint", "f00d"));
        file("prod", Map.of("fingerprint:P", "f00d", "environment", "production"));
        file("dev", Map.of("fingerprint:P", "f00d", "environment", "development"));

        assertThat(sentences())
                .containsExactly("HIGH secret/f00d is the same in development, production: repo:dev, repo:prod."
                        + " Give each environment one of its own.");
    }

    @Test
    void twoCertificatesOfOneKeyAreSaidOnce() {
        estate.credential("x509.certificate", "certificate/a", null, Map.of("spki", "beef"));
        estate.credential("x509.certificate", "certificate/b", null, Map.of("spki", "beef"));
        estate.credential("x509.certificate", "certificate/c", null, Map.of("spki", "cafe"));

        assertThat(sentences())
                .containsExactly(
                        "LOW certificate/a has the same key as repo:certificate/b. Make a new key with each certificate.");
    }

    @Test
    void anIdThatTwoCredentialsHaveNamesNone() {
        estate.and("aws").credential("aws.access-key", "AKIAONE", null, Map.of());
        estate.and("other").credential("aws.access-key", "AKIAONE", null, Map.of());
        file(".env", Map.of("curfew:credential", "AKIAONE", OPEN, "true"));

        assertThat(sentences()).isEmpty();
    }

    private void file(String name, Map<String, String> tags) {
        estate.resource("folder.file", "file/" + name, Sensitivity.UNKNOWN, tags);
    }

    private List<String> sentences() {
        return Findings.of(estate.graph(), Noted.NOTHING, NOW).stream()
                .filter(it -> RULES.contains(it.rule()))
                .map(it -> it.severity() + " " + it.sentence())
                .toList();
    }
}
