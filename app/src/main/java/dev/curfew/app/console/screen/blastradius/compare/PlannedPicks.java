package dev.curfew.app.console.screen.blastradius.compare;

import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.app.console.component.picker.Pick;
import dev.curfew.app.console.component.picker.PickerViewModel;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Finds changes that could be planned, those about whoever is looked at first. For the background.
final class PlannedPicks {
    private static final Messages MESSAGES = Messages.of(PlannedPicks.class);

    /// What happens with a choice.
    interface Next {
        void compare(PlannedChange change);

        /// A deny needs its text.
        void writeDeny(IdentityId subject);

        /// So does a policy that is to say something else.
        void writePolicy(Policy policy);
    }

    private final SnapshotIndex index;
    private final Set<EntityId> looked;
    private final Next next;

    /// @param looked whom or what somebody looks at
    PlannedPicks(SnapshotIndex index, List<EntityId> looked, Next next) {
        this.index = index;
        this.looked = new HashSet<>(looked);
        this.next = next;
        looked.stream()
                .filter(IdentityId.class::isInstance)
                .map(IdentityId.class::cast)
                .flatMap(identity -> index.groupsOf(identity).stream())
                .forEach(this.looked::add);
    }

    /// @param text in lower case; words apart by blanks, each of which is part of the sentence
    List<Pick> find(String text) {
        List<String> wanted = Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return Stream.of(own(), others())
                .flatMap(all -> all)
                .filter(pick -> fits(pick, wanted))
                .limit(PickerViewModel.HITS_MAX)
                .toList();
    }

    private static boolean fits(Pick pick, List<String> wanted) {
        String words = (pick.words() + " " + pick.hint()).toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(words::contains);
    }

    private Stream<Pick> own() {
        return Stream.of(
                        credentials().filter(this::isOwn).map(this::end),
                        grants().filter(grant -> looked.contains(grant.subject()))
                                .map(this::detach),
                        identities().map(this::endAll),
                        identities().map(this::deny),
                        identities().flatMap(this::exceptions))
                .flatMap(all -> all);
    }

    private Stream<Pick> others() {
        return Stream.of(
                        grants().filter(grant -> !looked.contains(grant.subject()))
                                .map(this::detach),
                        index.snapshot().policies().stream().map(this::narrow),
                        credentials().filter(it -> !isOwn(it)).map(this::end))
                .flatMap(all -> all);
    }

    private boolean isOwn(Credential credential) {
        return looked.contains(credential.id())
                || (credential.holder() != null && looked.contains(credential.holder()));
    }

    private Stream<Credential> credentials() {
        return index.snapshot().credentials().stream().filter(Credential::active);
    }

    /// What a token was given is its own until it ends.
    private Stream<Grant> grants() {
        return index.snapshot().grants().stream()
                .filter(grant -> grant.role() == GrantRole.IDENTITY && !(grant.subject() instanceof CredentialId));
    }

    private Stream<IdentityId> identities() {
        return looked.stream()
                .filter(IdentityId.class::isInstance)
                .map(IdentityId.class::cast)
                .sorted();
    }

    private Pick end(Credential it) {
        return Pick.of(
                MESSAGES.text("pick.end", it.id().nativeId()),
                Words.kind(it.kind()),
                Material2OutlinedMZ.VPN_KEY,
                () -> next.compare(new PlannedChange.EndCredential(it.id())));
    }

    private Pick endAll(IdentityId identity) {
        int credentials = index.credentialsOf(identity).size();
        return new Pick(
                MESSAGES.text("pick.end.all", Names.of(index, identity)),
                MESSAGES.text("pick.end.all.hint", credentials),
                Material2OutlinedMZ.VPN_KEY,
                credentials > 0,
                () -> next.compare(new PlannedChange.EndCredentialsOf(identity)));
    }

    private Pick detach(Grant grant) {
        return Pick.of(
                MESSAGES.text("pick.detach", Names.of(index, grant.policy()), Names.of(index, grant.subject())),
                source(grant.policy()),
                Material2OutlinedAL.LINK_OFF,
                () -> next.compare(new PlannedChange.Detach(grant.subject(), grant.policy())));
    }

    private Pick deny(IdentityId identity) {
        return Pick.of(
                MESSAGES.text("pick.deny", Names.of(index, identity)),
                source(identity),
                Material2OutlinedAL.BLOCK,
                () -> next.writeDeny(identity));
    }

    private Pick narrow(Policy policy) {
        return Pick.of(
                MESSAGES.text("pick.narrow", policy.name()),
                source(policy.id()),
                Material2OutlinedAL.EDIT,
                () -> next.writePolicy(policy));
    }

    private Stream<Pick> exceptions(IdentityId identity) {
        return index.snapshot().policies().stream()
                .filter(policy -> policy.source().equals(identity.source()))
                .filter(policy -> index.grantsOf(identity).stream()
                        .noneMatch(grant -> grant.policy().equals(policy.id())))
                .map(policy -> Pick.of(
                        MESSAGES.text("pick.exception", Names.of(index, identity), policy.name()),
                        source(policy.id()),
                        Material2OutlinedAL.ADD,
                        () -> next.compare(new PlannedChange.AddException(identity, policy.id(), ""))));
    }

    private static String source(EntityId id) {
        return id.source().value();
    }
}
