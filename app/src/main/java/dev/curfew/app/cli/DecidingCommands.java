package dev.curfew.app.cli;

import dev.curfew.app.cli.approval.ApprovalCommand;
import dev.curfew.app.cli.approval.ApprovalExportCommand;
import dev.curfew.app.cli.approval.ApprovalImportCommand;
import dev.curfew.app.cli.approval.ApprovalShowCommand;
import dev.curfew.app.cli.approval.ApprovalSignCommand;
import dev.curfew.app.cli.attest.AttestAskCommand;
import dev.curfew.app.cli.attest.AttestCommand;
import dev.curfew.app.cli.attest.AttestEveryCommand;
import dev.curfew.app.cli.attest.AttestImportCommand;
import dev.curfew.app.cli.attest.AttestImportKeysCommand;
import dev.curfew.app.cli.attest.AttestKeyCommand;
import dev.curfew.app.cli.attest.AttestKeysCommand;
import dev.curfew.app.cli.attest.AttestListCommand;
import dev.curfew.app.cli.attest.AttestRevokeKeyCommand;
import dev.curfew.app.cli.decide.ApproveCommand;
import dev.curfew.app.cli.decide.DenyCommand;
import dev.curfew.app.cli.decide.RequestCommand;
import dev.curfew.app.cli.decide.RequestsCommand;
import dev.curfew.app.cli.decide.ReviewCommand;
import dev.curfew.app.cli.decide.WithdrawCommand;
import dev.curfew.app.cli.draft.DraftChangeCommand;
import dev.curfew.app.cli.draft.DraftCommand;
import dev.curfew.app.cli.draft.DraftDiscardCommand;
import dev.curfew.app.cli.draft.DraftKeepCommand;
import dev.curfew.app.cli.draft.DraftSubmitCommand;
import dev.curfew.app.cli.issue.ShortenCommand;
import dev.curfew.app.cli.notice.NoticeAddCommand;
import dev.curfew.app.cli.notice.NoticeCommand;
import dev.curfew.app.cli.notice.NoticeEscalateCommand;
import dev.curfew.app.cli.notice.NoticeListCommand;
import dev.curfew.app.cli.notice.NoticeRemoveCommand;
import dev.curfew.app.cli.notice.NoticeTestCommand;
import dev.curfew.app.cli.officer.OfficerAddCommand;
import dev.curfew.app.cli.officer.OfficerChangesCommand;
import dev.curfew.app.cli.officer.OfficerCommand;
import dev.curfew.app.cli.officer.OfficerFoundCommand;
import dev.curfew.app.cli.officer.OfficerKeychainCommand;
import dev.curfew.app.cli.officer.OfficerListCommand;
import dev.curfew.app.cli.officer.OfficerQuorumCommand;
import dev.curfew.app.cli.officer.OfficerRevokeCommand;
import dev.curfew.app.cli.officer.OfficerRoleCommand;
import dev.curfew.app.cli.officer.OfficerRosterCommand;
import dev.curfew.app.cli.officer.OfficerSignCommand;
import dev.curfew.app.cli.officer.delegation.OfficerDelegateCommand;
import dev.curfew.app.cli.officer.delegation.OfficerDelegationsCommand;
import dev.curfew.app.cli.officer.delegation.OfficerUndelegateCommand;
import dev.curfew.app.cli.officer.duty.OfficerRulesCommand;
import dev.curfew.app.cli.officer.duty.OfficerSetRulesCommand;
import dev.curfew.app.cli.officer.signin.OfficerBindCommand;
import dev.curfew.app.cli.officer.signin.OfficerSignInByCommand;
import dev.curfew.app.cli.officer.signin.OfficerSignInCommand;
import dev.curfew.app.cli.officer.signin.OfficerSignOutCommand;
import dev.curfew.app.cli.policy.PolicyCommand;
import dev.curfew.app.cli.policy.PolicyHistoryCommand;
import dev.curfew.app.cli.policy.PolicyReplayCommand;
import dev.curfew.app.cli.policy.PolicySaveCommand;
import dev.curfew.app.cli.policy.PolicySchemaCommand;
import dev.curfew.app.cli.policy.PolicyShowCommand;
import dev.curfew.app.cli.policy.PolicyTestCommand;
import dev.curfew.app.cli.renewal.ExtendCommand;
import dev.curfew.app.cli.renewal.RenewCommand;
import dev.curfew.app.cli.renewal.StandingCommand;
import dev.curfew.app.cli.signal.SendersAddCommand;
import dev.curfew.app.cli.signal.SendersCommand;
import dev.curfew.app.cli.signal.SendersListCommand;
import dev.curfew.app.cli.signal.SendersRemoveCommand;
import dev.curfew.app.cli.signal.SignalCommand;
import dev.curfew.app.cli.signal.SignalImportCommand;
import dev.curfew.app.cli.signal.SignalListCommand;
import dev.curfew.app.cli.signal.SignalSettleCommand;
import dev.curfew.app.cli.workload.WorkloadCommand;
import dev.curfew.app.cli.workload.WorkloadDistrustCommand;
import dev.curfew.app.cli.workload.WorkloadListCommand;
import dev.curfew.app.cli.workload.WorkloadTrustCommand;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The commands by which it is decided who may have what: officers and their rules, policies, requests and approvals.
final class DecidingCommands {
    private DecidingCommands() {}

    /// In the order in which help lists them.
    static void addTo(Map<String, Supplier<Object>> all, Invocation invocation) {
        all.put(
                "officer",
                () -> new CommandLine(new OfficerCommand())
                        .addSubcommand(new OfficerAddCommand(invocation))
                        .addSubcommand(new OfficerKeychainCommand(invocation))
                        .addSubcommand(new OfficerListCommand(invocation))
                        .addSubcommand(new OfficerFoundCommand(invocation))
                        .addSubcommand(new OfficerRosterCommand(invocation))
                        .addSubcommand(new OfficerRevokeCommand(invocation))
                        .addSubcommand(new OfficerRoleCommand(invocation))
                        .addSubcommand(new OfficerQuorumCommand(invocation))
                        .addSubcommand(new OfficerChangesCommand(invocation))
                        .addSubcommand(new OfficerSignCommand(invocation))
                        .addSubcommand(new OfficerRulesCommand(invocation))
                        .addSubcommand(new OfficerSetRulesCommand(invocation))
                        .addSubcommand(new OfficerDelegateCommand(invocation))
                        .addSubcommand(new OfficerUndelegateCommand(invocation))
                        .addSubcommand(new OfficerDelegationsCommand(invocation))
                        .addSubcommand(new OfficerSignInByCommand(invocation))
                        .addSubcommand(new OfficerBindCommand(invocation))
                        .addSubcommand(new OfficerSignInCommand(invocation))
                        .addSubcommand(new OfficerSignOutCommand(invocation)));
        all.put(
                "attest",
                () -> new CommandLine(new AttestCommand())
                        .addSubcommand(new AttestAskCommand(invocation))
                        .addSubcommand(new AttestImportCommand(invocation))
                        .addSubcommand(new AttestListCommand(invocation))
                        .addSubcommand(new AttestEveryCommand(invocation))
                        .addSubcommand(new AttestKeyCommand(invocation))
                        .addSubcommand(new AttestKeysCommand(invocation))
                        .addSubcommand(new AttestImportKeysCommand(invocation))
                        .addSubcommand(new AttestRevokeKeyCommand(invocation)));
        all.put(
                "policy",
                () -> new CommandLine(new PolicyCommand())
                        .addSubcommand(new PolicyShowCommand(invocation))
                        .addSubcommand(new PolicySchemaCommand(invocation))
                        .addSubcommand(new PolicyTestCommand(invocation))
                        .addSubcommand(new PolicyReplayCommand(invocation))
                        .addSubcommand(new PolicySaveCommand(invocation))
                        .addSubcommand(new PolicyHistoryCommand(invocation)));
        all.put(
                "workload",
                () -> new CommandLine(new WorkloadCommand())
                        .addSubcommand(new WorkloadTrustCommand(invocation))
                        .addSubcommand(new WorkloadListCommand(invocation))
                        .addSubcommand(new WorkloadDistrustCommand(invocation)));
        all.put(
                "notice",
                () -> new CommandLine(new NoticeCommand())
                        .addSubcommand(new NoticeAddCommand(invocation))
                        .addSubcommand(new NoticeListCommand(invocation))
                        .addSubcommand(new NoticeTestCommand(invocation))
                        .addSubcommand(new NoticeRemoveCommand(invocation))
                        .addSubcommand(new NoticeEscalateCommand(invocation)));
        all.put(
                "signal",
                () -> new CommandLine(new SignalCommand())
                        .addSubcommand(new SignalListCommand(invocation))
                        .addSubcommand(new SignalSettleCommand(invocation))
                        .addSubcommand(new SignalImportCommand(invocation))
                        .addSubcommand(new CommandLine(new SendersCommand())
                                .addSubcommand(new SendersAddCommand(invocation))
                                .addSubcommand(new SendersListCommand(invocation))
                                .addSubcommand(new SendersRemoveCommand(invocation))));
        all.put(
                "draft",
                () -> new CommandLine(new DraftCommand())
                        .addSubcommand(new DraftKeepCommand(invocation))
                        .addSubcommand(new DraftChangeCommand(invocation))
                        .addSubcommand(new DraftSubmitCommand(invocation))
                        .addSubcommand(new DraftDiscardCommand(invocation)));
        all.put("request", () -> new RequestCommand(invocation));
        all.put("requests", () -> new RequestsCommand(invocation));
        all.put("review", () -> new ReviewCommand(invocation));
        all.put("approve", () -> new ApproveCommand(invocation));
        all.put(
                "approval",
                () -> new CommandLine(new ApprovalCommand())
                        .addSubcommand(new ApprovalExportCommand(invocation))
                        .addSubcommand(new ApprovalShowCommand(invocation))
                        .addSubcommand(new ApprovalSignCommand(invocation))
                        .addSubcommand(new ApprovalImportCommand(invocation)));
        all.put("deny", () -> new DenyCommand(invocation));
        all.put("withdraw", () -> new WithdrawCommand(invocation));
        all.put("extend", () -> new ExtendCommand(invocation));
        all.put("renew", () -> new RenewCommand(invocation));
        all.put("shorten", () -> new ShortenCommand(invocation));
        all.put("standing", () -> new StandingCommand(invocation));
    }
}
