package dev.curfew.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.curfew.analysis.kind.Kinds;
import dev.curfew.connector.Connectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/// Adding a source is a package, catalogue rows, a bundle and a test, with no change elsewhere: so nobody else names
/// one.
class KindsAreDataTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

    /// What decides a provider's policies knows the provider; what joins two, both.
    private static final Pattern EVALUATORS = Pattern.compile(
            "dev/curfew/analysis/(aws|vault|kubernetes|batch|minting|narrowing|escalation|reach/(aws|openbao|kubernetes|federation|inside))/.*");

    private static final Pattern CONNECTORS = Pattern.compile("dev/curfew/connector/.*");

    /// A provider under its other name.
    private static final Set<String> ALIASES = Set.of("vault", "postgres");

    /// Curfew's own kinds are no provider's.
    private static final Set<String> OURS = Set.of("curfew", "sample");

    @Test
    void onlyConnectorsAndEvaluatorsNameAProvider() throws IOException {
        Pattern naming = Pattern.compile("(" + String.join("|", providers()) + ")([.-].*)?");
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            for (MatchResult literal : LITERAL.matcher(code(file)).results().toList()) {
                if (naming.matcher(literal.group(1)).matches()) {
                    found.add(file.getFileName() + ": " + literal.group());
                }
            }
        }

        assertThat(found)
                .as("ask the kind's description, or resources/kinds.json: see docs/development/sources.md")
                .isEmpty();
    }

    @Test
    void theAppAsksForSourcesByDescription() {
        noClasses()
                .that()
                .resideInAPackage("dev.curfew.app..")
                // An account's file, looked at without a workspace: which ways it opens is the provider's own question.
                .and()
                .doNotHaveFullyQualifiedName("dev.curfew.app.cli.escalations.EscalationsCommand")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(providers().stream()
                        // "identity-center" is no package: what reads it is below "aws"
                        .filter(SourceVersion::isName)
                        .map(provider -> "dev.curfew.connector." + provider + "..")
                        .toArray(String[]::new))
                .because("a source is added without a change elsewhere")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.curfew.app", "dev.curfew.connector"));
    }

    @Test
    void everyProviderThatThereIsIsLookedFor() {
        assertThat(providers()).contains("aws", "kubernetes", "openbao");
    }

    private static Set<String> providers() {
        Set<String> providers = new TreeSet<>(ALIASES);
        Kinds.packaged().all().forEach(kind -> providers.add(kind.substring(0, kind.indexOf('.'))));
        Connectors.kinds().all().forEach(kind -> providers.add(kind.word()));
        providers.removeAll(OURS);
        return providers;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path module : modules()) {
            Path code = module.resolve("src/main/java");
            try (Stream<Path> files = Files.walk(code)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file ->
                                !mayName(code.relativize(file).toString().replace('\\', '/')))
                        .forEach(sources::add);
            }
        }
        assertThat(sources).hasSizeGreaterThan(500);
        return sources;
    }

    private static boolean mayName(String file) {
        return EVALUATORS.matcher(file).matches() || CONNECTORS.matcher(file).matches();
    }

    private static List<Path> modules() throws IOException {
        List<Path> modules = new ArrayList<>(List.of(ROOT.resolve("app")));
        try (Stream<Path> folders = Files.list(ROOT.resolve("modules"))) {
            folders.filter(folder -> !folder.endsWith("testbed") && Files.isDirectory(folder.resolve("src/main/java")))
                    .forEach(modules::add);
        }
        return modules;
    }

    private static String code(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?m)^\\s*//.*$", "");
    }
}
