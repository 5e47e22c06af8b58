package dev.curfew.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The layers of `docs/architecture.md`, over all modules.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayersTest {
    /// A unit of work rolls back whatever went wrong; background work hands whatever went wrong to the screen, the
    /// command line says it in a sentence; a batch answers the case that met a fault with it, and goes on, as does a
    /// server the request; what a command does stands whatever becomes of telling others.
    private static final Set<String> MAY_CATCH_ALL = Set.of(
            "dev.curfew.snapshot.store.SqlUnitOfWork",
            "dev.curfew.revocation.journal.GroupCommit",
            "dev.curfew.app.console.work.Work",
            "dev.curfew.app.cli.CurfewCommandLine",
            "dev.curfew.app.cli.kill.Afterwards",
            "dev.curfew.app.cli.watch.Telling",
            "dev.curfew.app.cli.serve.http.Door",
            "dev.curfew.app.usecase.counter.Clerk",
            "dev.curfew.app.usecase.breakglass.checkout.CheckOuts",
            "dev.curfew.app.usecase.Repeated",
            "dev.curfew.analysis.batch.CaseLine");

    private static final Set<String> ALL =
            Set.of("java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error");

    private JavaClasses classes = new ClassFileImporter().importClasses(LayersTest.class);

    @BeforeAll
    void ofAllModules() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("testbed"))
                .importPackages("dev.curfew");
    }

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy("dev.curfew.model..")
                .layer("connector")
                .definedBy("dev.curfew.connector..")
                .layer("snapshot")
                .definedBy("dev.curfew.snapshot..")
                .layer("analysis")
                .definedBy("dev.curfew.analysis..")
                .layer("governance")
                .definedBy("dev.curfew.governance..")
                .layer("revocation")
                .definedBy("dev.curfew.revocation..")
                .layer("ledger")
                .definedBy("dev.curfew.ledger..")
                .layer("app")
                .definedBy("dev.curfew.app..")
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("connector")
                .mayOnlyAccessLayers("model")
                .whereLayer("snapshot")
                .mayOnlyAccessLayers("model")
                .whereLayer("analysis")
                .mayOnlyAccessLayers("model")
                .whereLayer("ledger")
                .mayOnlyAccessLayers("model")
                .whereLayer("governance")
                .mayOnlyAccessLayers("model", "analysis")
                .whereLayer("revocation")
                .mayOnlyAccessLayers("model", "analysis", "governance")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .because("what decides must not know what it is decided with, and a layer can be read on its own")
                .check(classes);
    }

    @Test
    void modulesHaveNoCycles() {
        slices().matching("dev.curfew.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle of modules is one module that is hard to read")
                .check(classes);
    }

    @Test
    void theAppsPartsDependOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("usecase")
                .definedBy("dev.curfew.app.usecase..")
                .layer("wiring")
                .definedBy("dev.curfew.app.wiring..")
                .layer("cli")
                .definedBy("dev.curfew.app.cli..")
                .layer("console")
                .definedBy("dev.curfew.app.console..")
                .whereLayer("usecase")
                .mayNotAccessAnyLayer()
                .whereLayer("wiring")
                .mayOnlyAccessLayers("usecase")
                .whereLayer("cli")
                .mayOnlyAccessLayers("usecase")
                .whereLayer("console")
                .mayOnlyAccessLayers("usecase")
                .because("command line and console are two faces of the same use cases and do not know each other")
                .check(classes);
    }

    @Test
    void onlyTheConsoleDraws() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.curfew.app.console..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.jfree.."))
                .because("everything else runs without a display")
                .check(classes);
    }

    @Test
    void onlyTheSnapshotKnowsItsStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.curfew.snapshot..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.hibernate..", "jakarta.persistence..", "org.h2..", "org.flywaydb..", "com.zaxxer.."))
                .because("the store is an interface, and can be another database")
                .check(classes);
    }

    @Test
    void onlyConnectorsTalkToTheOutside() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.curfew.connector..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("okhttp3..", "java.net.http..", "software.amazon..", "jakarta.mail.."))
                .because("there is one client, with one set of limits")
                .check(classes);
    }

    @Test
    void analysisDoesNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("dev.curfew.analysis..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.file..", "java.sql.."))
                .orShould()
                .callMethod(Instant.class, "now")
                .because("the same snapshot gives the same answer")
                .check(classes);
    }

    @Test
    void onlyTheCommandLineParsesIt() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.curfew.app.cli..")
                .should()
                .dependOnClassesThat(resideInAPackage("picocli.."))
                .because("a use case serves the console as well")
                .check(classes);
    }

    @Test
    void onlyTheCommandLineWritesToTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.curfew.app.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("standard output holds answers that scripts read, and nothing else")
                .check(classes);
    }

    @Test
    void nobodyCatchesEverything() {
        codeUnits()
                .should(notCatchEverything())
                .because("what is caught is known; the rest is a fault, and is seen as one")
                .check(classes);
    }

    private static ArchCondition<JavaCodeUnit> notCatchEverything() {
        return new ArchCondition<>("not catch everything, save in " + MAY_CATCH_ALL) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                boolean catchesAll = unit.getTryCatchBlocks().stream()
                        .flatMap(block -> block.getCaughtThrowables().stream())
                        .map(JavaClass::getName)
                        .anyMatch(ALL::contains);
                if (catchesAll && !MAY_CATCH_ALL.contains(unit.getOwner().getName())) {
                    events.add(SimpleConditionEvent.violated(unit, unit.getFullName() + " catches everything"));
                }
            }
        };
    }
}
