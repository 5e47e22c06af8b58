package dev.curfew.governance.outcome;

import dev.curfew.model.text.Messages;

/// Why something was not done. Each has its words under its own name in `messages.properties`.
public enum Refusal {
    NOT_AN_OFFICER,
    /// The roster's public key is not the one that the ledger saw added.
    ROSTER_CHANGED,
    /// A statement of the roster in the ledger is not what the quorum before it signed.
    ROSTER_FORGED,
    /// The roster was seen further on elsewhere.
    ROSTER_ROLLED_BACK,
    /// Another statement of that number was seen elsewhere.
    ROSTER_FORKED,
    /// What was remembered of the roster cannot be read or written.
    ROSTER_UNREMEMBERED,
    ROSTER_FOUNDED,
    ROSTER_NOT_FOUNDED,
    /// It would change nothing.
    ROSTER_SAME,
    /// Fewer officers than have to sign.
    QUORUM_OUT_OF_REACH,
    BAD_ROLE,
    /// Not witnessed by the ledger before the key was revoked.
    KEY_REVOKED,
    UNKNOWN_CHANGE,
    /// Another change of the roster came first.
    CHANGE_OVERTAKEN,
    SIGN_IN_NOWHERE,
    /// Officers sign in elsewhere.
    NO_SIGN_IN,
    /// Another officer is that person already.
    SUBJECT_TAKEN,
    /// The roster does not say who the officer is where officers sign in.
    NOT_BOUND,
    /// Somebody else signed in.
    OTHER_SUBJECT,
    /// The policies want the approval by somebody who signed in shortly before.
    SIGN_IN_NEEDED,
    /// One officer would have two roles that nobody has both of.
    ROLES_APART,
    /// What the roster lays down for those who approve.
    DUTY,
    /// Whoever would hand on their voice may not, or not so.
    MAY_NOT_DELEGATE,
    UNKNOWN_DELEGATION,
    /// Whose voice it would be has not handed it to whoever would give it.
    NOT_DELEGATED,
    /// The other machine does not know who handed what to whom.
    NO_VOICE_BY_FILES,
    WRONG_KEY,
    NAME_TAKEN,
    /// No officer trusts whoever says which workload this is, or not for this one.
    NOT_TRUSTED,
    /// A trust in the ledger is not what its officer signed.
    TRUST_FORGED,
    /// Nobody is named so as an owner.
    UNKNOWN_OWNER,
    /// A list of people says that the owner has left.
    OWNER_LEFT,
    /// Something that was to be asked about is not the owner's.
    NOT_OWNED,
    TOO_MANY_ASKED,
    BAD_DUE,
    /// No officer vouches for a key of the owner's.
    NO_OWNER_KEY,
    /// What was given as an owner's public key is none that is taken.
    BAD_OWNER_KEY,
    /// The key is vouched for already, or was revoked for good.
    OWNER_KEY_KNOWN,
    UNKNOWN_OWNER_KEY,
    /// A file that is no question to an owner.
    NO_ASK_FILE,
    NO_SSH_SIGNATURE,
    OTHER_WORKSPACE,
    UNKNOWN_ASK,
    /// The signature is not over this file, or not for this purpose.
    NOT_SIGNED_SO,
    NOT_THE_OWNERS_KEY,
    OWNER_KEY_REVOKED,
    /// The file is not the one that was sent, answers aside.
    ASK_ALTERED,
    ANSWER_UNCLEAR,
    ANSWER_REASONLESS,
    ASK_ANSWERED,
    ASK_OVER,
    /// Where notices go, in the ledger, is not what its officer signed.
    CARRIER_FORGED,
    /// Whose turn it is to review, in the ledger, is not what its officer signed.
    ESCALATION_FORGED,
    /// Who may signal, or that a signal is settled, is in the ledger not what its officer signed.
    SIGNAL_FORGED,
    /// No officer lets anybody of that name signal.
    UNKNOWN_SENDER,
    UNKNOWN_SIGNAL,
    /// It does not prove that it is of its sender, or is too old.
    SIGNAL_UNPROVEN,
    /// It is not of a form that is read.
    SIGNAL_MALFORMED,
    /// The sender is not believed about that.
    SIGNAL_NOT_BELIEVED,
    SIGNAL_SETTLED,
    /// A sender that signals on and on.
    TOO_MANY_SIGNALS,
    /// A workload that asks on and on.
    TOO_MANY_OPEN,
    /// What was given as an officer's public key is none.
    NO_PUBLIC_KEY,
    /// Another officer has that key already.
    KEY_TAKEN,
    NO_REASON,
    TOO_SHORT,
    TOO_LONG,
    UNKNOWN_POLICY,
    UNKNOWN_REQUEST,
    UNKNOWN_PLAN,
    UNKNOWN_WINDOW,
    UNKNOWN_PATH,
    /// A break-glass path, or a drill of it, is not what its officer signed.
    PATH_FORGED,
    /// An entry of the ledger is not laid out as this Curfew reads it.
    UNREADABLE,
    /// That a use of a break-glass path was closed, whoever had its session did not sign.
    CLOSING_FORGED,
    SELF_APPROVAL,
    /// Only whoever asked may take it back.
    NOT_THE_REQUESTER,
    ILLEGAL_STATE,
    /// What follows on a window is for whoever it was opened for, and for the same access.
    NOT_THE_HOLDER,
    /// It is to begin in the past, too far ahead, or at no time at all.
    BAD_START,
    /// It is to end unused after no time at all, or after longer than it lasts.
    BAD_IDLE,
    /// It was asked for a later time.
    TOO_EARLY,
    NOT_SHORTER,
    POLICY_CHANGED,
    CHANGED_SINCE_SHOWN,
    /// No approval of exactly this stands in the ledger.
    NOT_APPROVED,
    /// The policies want more officers to sign the plan.
    SIGNATURES_MISSING,
    /// As many officers sign that a plan is taken back as the plan takes.
    UNDO_NEEDS_SIGNATURES,
    /// Where what is done without the ledger would be written down.
    SPOOL_UNWRITABLE,
    /// What was done without the ledger is not what its officer signed.
    SPOOL_TAMPERED,
    /// Somebody else runs the plan, or takes it back, just now.
    AT_WORK,
    /// What a playbook does of it is over: an officer took it back.
    TAKEN_BACK,
    ALREADY_RATIFIED,
    /// What was done of the plan without the ledger is to be entered first.
    RATIFY_FIRST,
    /// A denial of exactly this stands in the ledger: denials are final, whatever the row says.
    DENIED,
    APPROVAL_EXPIRED,
    ALREADY_SIGNED,
    /// The file is no question and no answer, or was written in another way than Curfew writes them.
    MALFORMED,
    /// It answers what this workspace, on this machine, never asked.
    NOT_ASKED_HERE,
    /// It was not answered, or not brought back, in time.
    QUESTION_EXPIRED,
    NOT_BY_FILES,
    TOO_LARGE_FOR_A_FILE,
    /// It says that it was signed before it was asked for or at a time that has not come, or that it
    /// holds for longer than approvals do.
    BACKDATED,
    /// The policies in force refuse it, whoever signs.
    POLICY_REFUSES,
    POLICIES_UNUSABLE,
    POLICIES_FORGED,
    CASES_FAIL,
    /// The signed statement is not about this, or is not the officer's.
    FORGED,
    /// The ledger already saw it used.
    USED,
    STALE_SNAPSHOT,
    /// The scope that would list a credential was not read whole since it may have been made.
    NOT_READ_SINCE,
    /// The source takes no acting from Curfew: the sample, a file, a connection without an acting credential.
    ACTING_OFF,
    SOURCE_FAILED,
    /// A crash or a failed commit left open whether the target acted.
    UNFINISHED,
    TARGET_REFUSED,
    SHARED_CREDENTIAL,
    UNKNOWN_CREDENTIAL,
    AMBIGUOUS,
    NOT_REVOCABLE,
    NOTHING_TO_REVOKE,
    /// An emergency of which nothing is left that may be acted on.
    NOTHING_TO_KILL,
    /// Other plans did all of the plan since it was made.
    ENDED_SINCE,
    /// Of what a plan did nothing can be taken back.
    NOTHING_TO_UNDO,
    TOO_MANY_STEPS,
    /// Whoever is cut off keeps what lets them make it undone.
    UNDONE_BY_TARGET,
    PROTECTED,
    OWN_CREDENTIAL,
    UNKNOWN_PLAYBOOK,
    /// A text that is no playbook, or one that is not allowed.
    PLAYBOOK_UNUSABLE,
    /// Not signed by its quorum, over, withdrawn, replaced, or not this text.
    PLAYBOOK_NOT_IN_FORCE,
    PLAYBOOK_WITHDRAWN,
    /// What a playbook was to do is not what its officers signed.
    BEYOND_PLAYBOOK,
    /// The playbook has touched as much as it may for now.
    CEILING_REACHED,
    /// What set it off has set it off before.
    RUN_BEFORE,
    /// What is to be done is nothing that is done to such a credential.
    NO_SUCH_ACT,
    UNKNOWN_RUN,
    UNKNOWN_ROTATION,
    /// Its source makes no second credential beside such a one.
    NOT_ROTATABLE,
    /// A crash left open whether a second credential was made, and whose one is that stands there.
    UNFINISHED_ROTATION,
    /// The new credential does not work, so nothing hangs on it, and nothing is taken away for it.
    NEW_ONE_FAILS,
    /// The old credential does not work any more: taking the new one back would leave nothing that does.
    OLD_ONE_FAILS,
    NOT_HANDED_OVER,
    /// As above, where the source has no way to take it back.
    NOT_HANDED_AND_KEPT,
    /// The old credential would not work beside a new one.
    ENDS_AT_ONCE,
    /// The old credential is still used, or was not long enough ago.
    STILL_USED,
    /// Its source does not tell whether it is used.
    USE_UNKNOWN,
    /// Its source writes no policies from here, or keeps no record of their use.
    NOT_NARROWABLE,
    /// A use may be missing from the record, so nothing follows from what is not in it.
    USE_UNREAD,
    /// The record does not reach back as far as was asked.
    RECORD_TOO_SHORT,
    /// All that the policy allows is used.
    NOTHING_TO_NARROW,
    /// The policy at the source is not the one that was planned for, or that was written.
    CHANGED_AT_SOURCE,
    UNKNOWN_NARROWING,
    /// It was announced for a later time.
    NOTICE_RUNS,
    /// It would take away what its notice did not name.
    MORE_THAN_NOTICED,
    /// The source did not say whether it wrote.
    UNFINISHED_NARROWING,
    /// No identity and no credential.
    UNKNOWN_SUBJECT,
    /// The subject is not given this policy, and is not in this group, by itself.
    NOT_HELD,
    /// It is to end in the past.
    BAD_END,
    /// Its source holds no such end, and Curfew cannot make one.
    NOT_BOXABLE,
    ALREADY_BOXED,
    UNKNOWN_TIMEBOX,
    /// The source did not say whether it wrote the end, or took it back.
    UNFINISHED_TIMEBOX,
    /// What it would give back was revoked since.
    REVOKED_SINCE;

    public String words(Object... arguments) {
        return Messages.of(Refusal.class).text(name(), arguments);
    }
}
