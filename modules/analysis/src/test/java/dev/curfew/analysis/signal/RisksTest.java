package dev.curfew.analysis.signal;

import static dev.curfew.analysis.Estate.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.finding.noted.NotedFindings;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.signal.SecretPlace;
import dev.curfew.model.signal.Signal;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.signal.SignalSubject;
import dev.curfew.model.signal.SignalSubject.Form;
import dev.curfew.model.signal.Tip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whom signals name, and what they make of a risk.
class RisksTest {
    private static final String GITHUB = "token.actions.githubusercontent.com";

    private final Estate estate = Estate.of("prod");
    private final IdentityId ci = identity("user/ci", Map.of("email", "CI@acme.example"));
    private final CredentialId key = estate.credential("aws.access-key", "AKIAONE", ci, Map.of());
    private final IdentityId shop = identity("user/shop", Map.of("Repository", "https://github.com/Acme/Shop.git"));

    private IdentityId identity(String nativeId, Map<String, String> tags) {
        return estate.identity("aws.user", nativeId, new Ownership.Owned("ann", "tag"), Estate.NOT_OBSERVED, tags);
    }

    private static Tip tip(SignalKind kind, Instant at, SignalSubject... subjects) {
        return new Tip("t", kind, List.of(subjects), at);
    }

    private static Standing standing(String id, Tip tip, EntityId... then) {
        return new Standing(new Signal(id, "idp", tip, NOW), List.of(), List.of(then), false);
    }

    private Named named(Form form, String value) {
        return named(SignalSubject.of(form, value));
    }

    private Named named(SignalSubject... subjects) {
        return new Naming(estate.index()).of(tip(SignalKind.RISK_HIGH, NOW, subjects), List.of());
    }

    private Risks risks(Instant now, Standing... signals) {
        return new Risks(estate.index(), List.of(signals), now);
    }

    @Test
    void oneIsNamedByItsWholeNameOnly() {
        assertThat(named(Form.ID, "prod:AKIAONE")).isEqualTo(new Named.Exactly(List.of(key)));
        assertThat(named(Form.ID, "AKIAONE")).isEqualTo(new Named.Exactly(List.of(key)));
        assertThat(named(Form.ID, "AKIA")).isEqualTo(new Named.Nobody());
        assertThat(named(Form.EMAIL, "ci@acme.example")).isEqualTo(new Named.Exactly(List.of(ci)));
        assertThat(named(Form.EMAIL, "@acme.example")).isEqualTo(new Named.Nobody());
        assertThat(named(Form.OTHER, "AKIAONE")).isEqualTo(new Named.Nobody());
    }

    @Test
    void aCredentialIsNamedByItsFingerprint() {
        CredentialId certificate =
                estate.credential("folder.certificate", "cert/1", null, Map.of("fingerprint", "AB:CD"));

        assertThat(named(Form.ID, "ab:cd")).isEqualTo(new Named.Exactly(List.of(certificate)));
    }

    @Test
    void aSecretIsNamedByItsPlaceInAFileThatWasReadWithTheSameContent() {
        String content = "0123456789abcdef".repeat(4);
        estate.resource(
                "folder.file",
                "file/prod.env",
                Sensitivity.HIGH,
                Map.of("curfew:content", content, "fingerprint:AWS_SECRET", "f-1", "fingerprint:TOKEN", "f-2"));
        CredentialId secret = estate.credential(
                "folder.secret",
                "secret/f-1",
                null,
                Map.of("fingerprint", "f-1", "form", "aws.secret-access-key", "of", "AKIAONE"));
        CredentialId token = estate.credential(
                "folder.secret", "secret/f-2", null, Map.of("fingerprint", "f-2", "form", "by-name, openbao.token"));

        assertThat(placed("aws.secret-access-key", content))
                .as("the key that it is the secret of")
                .isEqualTo(new Named.Exactly(List.of(key)));
        assertThat(placed("openbao.token", content)).isEqualTo(new Named.Exactly(List.of(token)));
        assertThat(placed("slack.token", content)).isEqualTo(new Named.Nobody());
        assertThat(placed("openbao.token", "f".repeat(64)))
                .as("another version")
                .isEqualTo(new Named.Nobody());
        assertThat(named(Form.PLACE, "acme/shop/prod.env")).isEqualTo(new Named.Nobody());
        assertThat(secret).isNotEqualTo(key);

        estate.resource(
                "folder.file",
                "file/copy.env",
                Sensitivity.HIGH,
                Map.of("curfew:content", content, "fingerprint:B", "f-3"));
        CredentialId other = estate.credential(
                "folder.secret", "secret/f-3", null, Map.of("fingerprint", "f-3", "form", "openbao.token"));
        assertThat(placed("openbao.token", content)).isEqualTo(new Named.Ambiguous(List.of(token, other)));
    }

    private Named placed(String form, String content) {
        return named(Form.PLACE, new SecretPlace("acme/shop/prod.env:1", form, content).text());
    }

    @Test
    void anIssuersSubjectIsNamedByBoth() {
        IdentityId account = estate.identity(
                "workload.job",
                "jobs/deploy",
                new Ownership.Unowned(),
                Estate.NOT_OBSERVED,
                Map.of("curfew:oidc-issuer", "https://ci.example", "curfew:oidc-subject", "job:deploy"));

        assertThat(named(new SignalSubject(Form.ISSUER_SUBJECT, "job:deploy", "https://ci.example/")))
                .isEqualTo(new Named.Exactly(List.of(account)));
        assertThat(named(new SignalSubject(Form.ISSUER_SUBJECT, "job:deploy", "https://other")))
                .isEqualTo(new Named.Nobody());
    }

    @Test
    void whoMayBeOneOfSeveralIsNobodyToActOn() {
        estate.and("test").identity("aws.user", "user/ci");

        assertThat(named(Form.ID, "user/ci"))
                .isEqualTo(new Named.Ambiguous(List.of(ci, IdentityId.of("test", "user/ci"))));
        assertThat(new Naming(estate.index())
                        .of(tip(SignalKind.RISK_HIGH, NOW, SignalSubject.of(Form.ID, "user/ci")), List.of("test")))
                .isEqualTo(new Named.Exactly(List.of(IdentityId.of("test", "user/ci"))));
        assertThat(named(SignalSubject.of(Form.ID, "prod:user/ci"), SignalSubject.of(Form.ID, "AKIAONE")))
                .isInstanceOf(Named.Ambiguous.class);
        Standing several = new Standing(
                new Signal("s-1", "idp", tip(SignalKind.RISK_HIGH, NOW, SignalSubject.of(Form.ID, "user/ci")), NOW),
                List.of(),
                List.of(ci, IdentityId.of("test", "user/ci")),
                true);
        assertThat(risks(NOW, several).all()).isEmpty();
    }

    @Test
    void aRepositoryNamesAllThatAreOfItAndOfNoOther() {
        IdentityId deploy = role("role/deploy", "repo:acme/shop:ref:refs/heads/main");
        role("role/everything", "repo:acme/*");
        role("role/wide", "repo:acme/sh*:*");
        role("role/two", "repo:acme/shop:*", "repo:acme/mail:*");

        assertThat(named(Form.REPOSITORY, "ACME/shop")).isEqualTo(new Named.Exactly(List.of(deploy, shop)));
        assertThat(named(Form.REPOSITORY, "acme/mail")).isEqualTo(new Named.Nobody());
        assertThat(named(Form.REPOSITORY, "shop")).isEqualTo(new Named.Nobody());
    }

    private IdentityId role(String nativeId, String... subjects) {
        IdentityId role = estate.identity("aws.role", "arn:aws:iam::111111111111:" + nativeId);
        String all = "'" + String.join("','", subjects) + "'";
        estate.trust(
                role,
                "{'Effect':'Allow','Principal':{'Federated':'arn:aws:iam::111111111111:oidc-provider/" + GITHUB + "'},"
                        + "'Action':'sts:AssumeRoleWithWebIdentity','Condition':{'StringLike':{'" + GITHUB
                        + ":sub':[" + all + "]}}}");
        return role;
    }

    @Test
    void eachSignalTakesItsPartAndItWearsOff() {
        Tip high = tip(SignalKind.RISK_HIGH, NOW, SignalSubject.of(Form.ID, "prod:user/ci"));
        Tip device = tip(SignalKind.DEVICE_NONCOMPLIANT, NOW, SignalSubject.of(Form.ID, "prod:user/ci"));
        Standing one = standing("s-1", high, ci);
        Standing two = standing("s-2", device, ci);

        assertThat(risks(NOW, one).of(ci).orElseThrow().score()).isEqualTo(80);
        assertThat(risks(NOW, one, two).of(ci).orElseThrow().score()).isEqualTo(88);
        assertThat(risks(NOW, two, one).of(ci)).isEqualTo(risks(NOW, one, two).of(ci));
        assertThat(risks(NOW.plus(Duration.ofDays(7)), one).of(ci).orElseThrow().score())
                .isEqualTo(40);
        assertThat(risks(NOW.plus(Duration.ofDays(60)), one).of(ci)).isEmpty();
        assertThat(risks(NOW, one, two).of(ci).orElseThrow().causes())
                .extracting(Risk.Cause::weight)
                .containsExactly(80, 40);
    }

    /// Nor does a sender who dates it ahead make it last.
    @Test
    void aDateAheadMakesNothingLastLonger() {
        Tip ahead =
                tip(SignalKind.RISK_HIGH, NOW.plus(Duration.ofDays(300)), SignalSubject.of(Form.ID, "prod:user/ci"));

        assertThat(risks(NOW.plus(Duration.ofDays(7)), standing("s-1", ahead, ci))
                        .of(ci)
                        .orElseThrow()
                        .score())
                .isEqualTo(40);
    }

    @Test
    void whatIsDatedBeforeAllTimeHasWornOffAndStopsNobody() {
        Tip first = tip(SignalKind.RISK_HIGH, Instant.MIN, SignalSubject.of(Form.ID, "prod:user/ci"));

        assertThat(risks(NOW, standing("s-1", first, ci)).of(ci)).isEmpty();
    }

    @Test
    void aCredentialsRiskIsItsHoldersToo() {
        Tip leaked = tip(SignalKind.CREDENTIAL_LEAKED, NOW, SignalSubject.of(Form.ID, "AKIAONE"));

        Risks risks = risks(NOW.plus(Duration.ofDays(400)), standing("s-1", leaked, key));

        assertThat(risks.all().keySet()).containsExactly(key, ci);
        assertThat(risks.of(ci).orElseThrow().score()).isEqualTo(90);
    }

    @Test
    void itStaysWithWhomItNamedWhoeverGoesByThatNameLater() {
        Tip tip = tip(SignalKind.RISK_HIGH, NOW, SignalSubject.of(Form.EMAIL, "ci@acme.example"));

        assertThat(risks(NOW, standing("s-1", tip, shop)).all().keySet()).containsExactly(shop);
        assertThat(risks(NOW, standing("s-1", tip, IdentityId.of("prod", "user/gone")))
                        .all())
                .isEmpty();
        assertThat(risks(NOW, standing("s-1", tip)).all().keySet()).containsExactly(ci);
    }

    @Test
    void findingsSayWhatMovedIt() {
        Tip leaked = tip(SignalKind.CREDENTIAL_LEAKED, NOW, SignalSubject.of(Form.ID, "AKIAONE"));
        Tip archived = tip(SignalKind.REPOSITORY_ARCHIVED, NOW, SignalSubject.of(Form.REPOSITORY, "acme/shop"));
        Noted noted = Noted.NOTHING.withSignals(List.of(standing("s-1", leaked, key), standing("s-2", archived)));

        assertThat(NotedFindings.of(estate.index(), noted, NOW).stream()
                        .map(RisksTest::words)
                        .toList())
                .containsExactlyInAnyOrder(
                        "HIGH prod:AKIAONE AKIAONE leaked, as idp signalled at 2026-11-22T08:00:00Z (s-1)."
                                + " End it, and give its users another one.",
                        "MEDIUM prod:user/shop shop is of the repository acme/shop, which was archived, as idp signalled"
                                + " at 2026-11-22T08:00:00Z (s-2). Say who looks after it now, or plan its end.",
                        "HIGH prod:user/ci The risk of ci is 90 of 100, by credential-leaked 90 (idp, s-1)."
                                + " See what happened, then settle it or contain what it holds.");
    }

    @Test
    void timePassingIsNoNewOccasionThoughItChangesTheWordsAndWhatMovedItFurthest() {
        Tip high = tip(SignalKind.RISK_HIGH, NOW, SignalSubject.of(Form.ID, "prod:user/ci"));
        Tip disabled = tip(SignalKind.ACCOUNT_DISABLED, NOW, SignalSubject.of(Form.ID, "prod:user/ci"));
        Noted noted = Noted.NOTHING.withSignals(List.of(standing("s-1", high, ci), standing("s-2", disabled, ci)));

        Finding first = NotedFindings.of(estate.index(), noted, NOW).getFirst();
        Finding later = NotedFindings.of(estate.index(), noted, NOW.plus(Duration.ofDays(7)))
                .getFirst();

        assertThat(first.sentence()).contains("risk-high 80 (idp, s-1), account-disabled 60 (idp, s-2)");
        assertThat(later.sentence()).contains("account-disabled 51 (idp, s-2), risk-high 40 (idp, s-1)");
        assertThat(later.severity()).isEqualTo(first.severity());
        assertThat(later.occasions()).isEqualTo(first.occasions()).containsExactly("s-1", "s-2");
    }

    private static String words(Finding finding) {
        return finding.severity() + " " + finding.entity() + " " + finding.sentence();
    }
}
