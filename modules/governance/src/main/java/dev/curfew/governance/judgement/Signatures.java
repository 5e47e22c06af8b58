package dev.curfew.governance.judgement;

import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.signin.SignIn;
import dev.curfew.governance.signin.SignInBook;
import dev.curfew.model.port.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What policies are told of those who signed.
public final class Signatures {
    private final Office office;

    public Signatures(Office office) {
        this.office = office;
    }

    /// Each with the roles that the roster gives them now.
    ///
    /// @param signed by different officers, as the ledger vouches for them
    /// @return it, or as `RosterBook.state` and `SignInBook.carried`
    public Outcome<Circumstances.Approval> of(Transaction transaction, List<SignedApproval> signed) {
        return of(
                transaction,
                signed,
                approval ->
                        office.roster().roles(transaction, approval.officer()).map(List::stream));
    }

    /// @param roles of who signed
    Outcome<Circumstances.Approval> of(
            Transaction transaction,
            List<SignedApproval> signed,
            Function<SignedApproval, Outcome<Stream<String>>> roles) {
        return ofEach(
                        signed,
                        approval -> roles.apply(approval).map(all -> all.map(role -> role + "/" + approval.officer())))
                .then(inRole -> signedIn(transaction, signed)
                        .map(signedIn -> new Circumstances.Approval(
                                signed.stream().map(SignedApproval::officer).collect(Collectors.toUnmodifiableSet()),
                                inRole,
                                signed.stream()
                                        .map(SignedApproval::device)
                                        .distinct()
                                        .count(),
                                signedIn)));
    }

    /// `officer/seconds` for each who had signed in before their signature.
    private Outcome<Set<String>> signedIn(Transaction transaction, List<SignedApproval> signed) {
        SignInBook signIns = new SignInBook(office);
        return ofEach(
                signed,
                approval -> signIns.carried(transaction, approval)
                        .map(carried ->
                                carried.stream().map(signIn -> approval.officer() + "/" + seconds(signIn, approval))));
    }

    private static Outcome<Set<String>> ofEach(
            List<SignedApproval> signed, Function<SignedApproval, Outcome<Stream<String>>> said) {
        Outcome<Set<String>> all = Outcome.done(Set.of());
        for (SignedApproval approval : signed) {
            all = all.then(before -> said.apply(approval)
                    .map(more -> Stream.concat(before.stream(), more).collect(Collectors.toUnmodifiableSet())));
        }
        return all;
    }

    /// An issuer's clock may be a little ahead of ours.
    private static long seconds(SignIn signIn, SignedApproval approval) {
        return Math.max(0, Duration.between(signIn.authTime(), approval.at()).toSeconds());
    }
}
