package dev.curfew.app.cli.see;

import dev.curfew.analysis.lifecycle.Lifecycle;
import dev.curfew.analysis.signal.Risks;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.attest.AnswerListing;
import dev.curfew.app.cli.use.UseOptions;
import dev.curfew.app.cli.use.UseTold;
import dev.curfew.app.usecase.inventory.EntityDetail;
import dev.curfew.app.usecase.inventory.InventoryLine;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows one thing, where it stands, and each of its credentials: when it was last used, by whom, and how far that can
/// be trusted.
@Command(name = "show")
public final class ShowCommand implements Callable<Integer> {
    private static final String AGENT = "curfew:agent";

    private final Invocation invocation;

    @Parameters(paramLabel = "ID", descriptionKey = "entity")
    private String id = "";

    @Mixin
    private final UseOptions use = new UseOptions();

    public ShowCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        EntityId entity = Named.in(invocation.desk().estate(), id);
        List<Shown> shown = new ArrayList<>();
        Optional<EntityDetail> found = invocation.desk().inventory().detail(entity);
        Map<EntityId, UseTold> told =
                use.of(invocation, found.map(EntityDetail::id).stream().toList());
        found.ifPresent(detail -> add(detail, told, shown));
        invocation.list(ShowListing.LISTING, shown);
        shown.stream().flatMap(each -> ShowListing.owner(each).stream()).forEach(invocation.printer()::note);
        shown.stream()
                .flatMap(each -> each.lifecycle().stream())
                .map(LifecycleWords::sentence)
                .forEach(invocation.printer()::note);
        shown.stream()
                .flatMap(each -> each.attestation().stream())
                .map(AnswerListing::sentence)
                .forEach(invocation.printer()::note);
        shown.stream()
                .flatMap(each -> each.risk().stream().map(risk -> RiskWords.sentence(each.name(), risk)))
                .forEach(invocation.printer()::note);
        found.filter(detail -> isUnseenAgent(detail.fact()))
                .ifPresent(_ -> invocation.printer().note(RiskWords.unseen()));
        shown.stream()
                .filter(each -> !each.keptIn().isEmpty())
                .map(ShowListing::kept)
                .forEach(invocation.printer()::note);
        told.forEach((of, its) -> its.sentences(of).forEach(invocation.printer()::note));
        return ExitCode.DONE;
    }

    private void add(EntityDetail detail, Map<EntityId, UseTold> told, List<Shown> shown) {
        Risks risks = invocation.desk().signals().risks();
        if (detail.fact() instanceof Identity identity) {
            List<InventoryLine> line = detail.line().stream().toList();
            Map<EntityId, Lifecycle> lifecycles = invocation.desk().lifecycles().of(line);
            shown.add(Shown.of(
                    identity,
                    Optional.ofNullable(lifecycles.get(identity.id())),
                    risks.of(identity.id()),
                    keepers(identity.id()),
                    invocation.desk().attestations().last(identity.id()),
                    told.get(identity.id())));
        }
        if (detail.fact() instanceof Credential credential) {
            shown.add(Shown.of(
                    credential, risks.of(credential.id()), keepers(credential.id()), told.get(credential.id())));
        }
        detail.credentials().stream()
                .filter(credential -> !credential.id().equals(detail.id()))
                .map(credential -> Shown.of(credential, risks.of(credential.id()), keepers(credential.id()), null))
                .forEach(shown::add);
    }

    /// An agent whose tools were read, and of whose actions no source tells.
    private static boolean isUnseenAgent(Fact fact) {
        return fact instanceof Identity identity
                && Boolean.parseBoolean(identity.tags().get(AGENT))
                && identity.usage() instanceof Usage.NotObserved;
    }

    private List<String> keepers(EntityId id) {
        return invocation.desk().reach().keepers(id).stream()
                .map(EntityId::text)
                .toList();
    }
}
