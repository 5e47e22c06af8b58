package dev.curfew.analysis.escalation.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.escalation.MethodTable;
import dev.curfew.analysis.escalation.catalogue.AwsCatalogue;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Way;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The catalogue's prerequisites beside the public one's, which are written down apart. What each method takes besides
/// permissions is shown by [AwsMethodsTest].
class AwsCatalogueTest {
    record Fact(String id, String kind, List<String> permissions) {
        @Override
        public String toString() {
            return id;
        }
    }

    static List<Fact> facts() {
        return Stream.of("aws-methods.txt", "aws-own-methods.txt")
                .flatMap(file -> facts(file).stream())
                .toList();
    }

    private static List<Fact> facts(String file) {
        return MethodTable.columns(file).stream()
                .map(column -> new Fact(column.getFirst(), column.get(1), MethodTable.parts(column.get(2))))
                .toList();
    }

    @Test
    void hasTheMethodsOfThePublicOneAndOursUnderNamesOfOurOwn() {
        assertThat(AwsCatalogue.packaged())
                .extracting(Method::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        facts().stream().map(Fact::id).toList());
        assertThat(facts("aws-methods.txt")).hasSize(68).noneMatch(it -> it.id().startsWith("curfew-"));
        assertThat(facts("aws-own-methods.txt")).allMatch(it -> it.id().startsWith("curfew-"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void asksForThePermissionsOfThePublicOne(Fact fact) {
        Method<Way> method = AwsCatalogue.packaged().stream()
                .filter(it -> it.id().equals(fact.id()))
                .findFirst()
                .orElseThrow();

        assertThat(method.permissions()).containsExactlyInAnyOrderElementsOf(fact.permissions());
        assertThat(kinds(method.way())).contains(fact.kind());
        assertThat(fact.permissions().contains(Way.PASS_ROLE))
                .isEqualTo(method.way() instanceof Way.PassRole || method.way() instanceof Way.StackSet);
    }

    private static Set<String> kinds(Way way) {
        return switch (way) {
            case Way.OwnRights _ -> Set.of("self-escalation");
            case Way.Become _, Way.Raise _, Way.NewRole _ -> Set.of("principal-access");
            case Way.PassRole _, Way.StackSet _ -> Set.of("new-passrole");
            case Way.UseExisting _ -> Set.of("existing-passrole", "new-passrole");
        };
    }
}
