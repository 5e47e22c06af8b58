package dev.curfew.analysis.escalation.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.MethodTable;
import dev.curfew.analysis.escalation.MethodTable.Row;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleCatalogue;
import dev.curfew.model.id.IdentityId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every method of the catalogue, on the smallest server on which it works, and on one on which it nearly does.
class OpenBaoMethodsTest {
    private static final List<String> ALL = List.of("* create read update delete list sudo");

    /// Makes an administrator only with unseal keys.
    private static final List<String> PERHAPS = List.of("sys/generate-root/* update");

    private static final Set<String> NEEDS_NOBODY = Set.of("all", "own-policy", "own-login", "engine");

    private final Estate estate = Estate.of("bao");

    static List<Row> all() {
        return MethodTable.rows("openbao-methods.txt");
    }

    /// Those that are certain where their target is.
    static Stream<Row> certainThroughSomebody() {
        return all().stream()
                .filter(row -> row.need().isEmpty()
                        && RuleCatalogue.openBao().stream()
                                .anyMatch(it -> it.id().equals(row.id())
                                        && !NEEDS_NOBODY.contains(it.way().gives())));
    }

    @Test
    void noMethodIsMissing() {
        assertThat(RuleCatalogue.openBao())
                .extracting(Method::id)
                .containsExactlyInAnyOrderElementsOf(all().stream().map(Row::id).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void works(Row row) {
        Escalation found = found(besideThoseWith(ALL, row.works()), row).orElseThrow();

        assertThat(found.certainty()).isEqualTo(row.certainty());
        assertThat(found.needs().toString()).contains(row.need());
        assertThat(found.statements()).isNotEmpty();
        assertThat(found.cutBy()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void doesNotWorkWithLess(Row row) {
        assertThat(found(besideThoseWith(ALL, row.nearMiss()), row)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("certainThroughSomebody")
    void isPossibleThroughWhatIsPossiblyWorthHaving(Row row) {
        Escalation found = found(besideThoseWith(PERHAPS, row.works()), row).orElseThrow();

        assertThat(found.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(found.needs().toString()).contains(found.target());
    }

    /// @param others what a token role, an approle, a user and another entity hold
    /// @param own what the one asked about holds: an entity, or an approle that writes itself
    private IdentityId besideThoseWith(List<String> others, List<String> own) {
        String who = own.toString().contains("auth/approle/role/dev ") ? "approle/approle/dev" : "entity/1";
        holder("token-role/ci", "of-ci", others);
        holder("approle/approle/ops", "of-ops", others);
        holder("entity/2", "of-two", others);
        holder("user/userpass/ann", "of-ann", others);
        estate.identity("openbao.group", "group/g1");
        estate.read("approles", "token-roles", "logins", "paths");
        return holder(who, "dev", own);
    }

    private Optional<Escalation> found(IdentityId id, Row row) {
        return OpenBaoEscalations.find(estate.index()).stream()
                .filter(it -> it.identity().equals(id) && it.method().equals(row.id()))
                .findFirst();
    }

    private IdentityId holder(String nativeId, String policy, List<String> rules) {
        String kind = "openbao." + nativeId.substring(0, nativeId.indexOf('/'));
        IdentityId id = estate.identity(kind, nativeId);
        estate.grant(
                id,
                estate.acl(policy, rules.stream().map(OpenBaoMethodsTest::rule).collect(Collectors.joining("\n"))));
        return id;
    }

    private static String rule(String text) {
        String[] words = text.split(" ");
        String capabilities = Arrays.stream(words).skip(1).collect(Collectors.joining("\", \""));
        return "path \"" + words[0] + "\" { capabilities = [\"" + capabilities + "\"] }";
    }
}
