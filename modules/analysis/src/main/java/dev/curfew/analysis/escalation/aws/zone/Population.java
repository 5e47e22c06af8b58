package dev.curfew.analysis.escalation.aws.zone;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.model.id.SourceName;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The users and roles that were read, numbered in the order of their ARNs.
public final class Population {
    private static final Comparator<Actor> ORDER = Comparator.comparing(Actor::arn)
            .thenComparing(actor -> actor.identity().id().text());

    private final List<Actor> actors;
    private final Names arns;
    private final IdentityHashMap<Actor, Integer> numbers = new IdentityHashMap<>();
    private final Map<String, Integer> runnable = new HashMap<>();
    private final Map<Account, BitSet> accounts = new HashMap<>();
    private final Map<String, BitSet> byNumber = new HashMap<>();
    private final BitSet users;
    private final BitSet roles;
    private final BitSet changeableRoles;
    private final int[] kinds;

    /// What is known of a user or role that a request is about.
    private record Kind(Map<String, String> tags, String boundary, Map<String, List<String>> here) {
        static Kind of(Actor target) {
            return new Kind(target.tags(), target.boundary().orElse(""), target.here());
        }
    }

    private record Account(SourceName source, String number) {
        static Account of(Actor actor) {
            return new Account(actor.identity().source(), actor.account());
        }
    }

    /// @param all users, roles and groups
    public Population(Collection<Actor> all) {
        actors = all.stream().filter(actor -> !actor.isGroup()).sorted(ORDER).toList();
        arns = new Names(actors.stream().map(Actor::arn).toList());
        users = those(Actor::isUser);
        roles = those(Actor::isRole);
        changeableRoles = those(actor -> actor.isRole() && !actor.isProtected());
        for (int i = 0; i < actors.size(); i++) {
            Actor actor = actors.get(i);
            int number = i;
            numbers.put(actor, number);
            accounts.computeIfAbsent(Account.of(actor), _ -> new BitSet()).set(number);
            runnable.putIfAbsent(actor.arn(), number);
            actor.instanceProfiles()
                    .ifPresent(profiles -> profiles.forEach(profile -> runnable.putIfAbsent(profile, number)));
        }
        Map<Kind, Integer> byKind = new HashMap<>();
        kinds = actors.stream()
                .mapToInt(actor -> byKind.computeIfAbsent(Kind.of(actor), _ -> byKind.size()))
                .toArray();
    }

    private BitSet those(Predicate<Actor> these) {
        BitSet found = new BitSet();
        for (int i = 0; i < actors.size(); i++) {
            found.set(i, these.test(actors.get(i)));
        }
        return found;
    }

    public List<Actor> actors() {
        return actors;
    }

    public Actor actor(int number) {
        return actors.get(number);
    }

    public int number(Actor actor) {
        Integer number = numbers.get(actor);
        if (number == null) {
            throw new IllegalArgumentException("not among them: " + actor);
        }
        return number;
    }

    /// Of those of whom requests about them know the same: the same number.
    int kind(int number) {
        return kinds[number];
    }

    /// The set of these.
    public BitSet numbers(Collection<Actor> these) {
        BitSet set = new BitSet();
        these.forEach(actor -> set.set(number(actor)));
        return set;
    }

    /// The set of this one; of nobody for somebody who is not among them.
    public BitSet only(Actor actor) {
        return numbers.containsKey(actor) ? numbers(List.of(actor)) : new BitSet();
    }

    /// The users of whom something holds.
    ///
    /// @param holds empty: it is not known
    public Zone users(Function<Actor, Optional<Verdict>> holds) {
        return those(users, user -> holds.apply(user).map(Verdict::level).orElse(Level.POSSIBLE));
    }

    /// Those of whom something holds.
    public Zone all(Function<Actor, Level> holds) {
        return those(arns.all(), holds);
    }

    /// Those of some of whom something holds.
    public Zone those(BitSet some, Function<Actor, Level> holds) {
        BitSet certain = new BitSet();
        BitSet any = new BitSet();
        some.stream().forEach(number -> {
            Level level = holds.apply(actors.get(number));
            certain.set(number, level == Level.CERTAIN);
            any.set(number, level != Level.NO);
        });
        return new Zone(certain, any);
    }

    Names arns() {
        return arns;
    }

    public BitSet users() {
        return users;
    }

    public BitSet roles() {
        return roles;
    }

    /// Without those that AWS itself owns.
    public BitSet changeableRoles() {
        return changeableRoles;
    }

    /// Users, and the roles that AWS itself does not own.
    public BitSet changeable() {
        BitSet either = (BitSet) users.clone();
        either.or(changeableRoles);
        return either;
    }

    /// Those of the actor's account, as one source read it, itself among them.
    public BitSet neighbours(Actor actor) {
        return accounts.getOrDefault(Account.of(actor), new BitSet());
    }

    /// Those whose account has this number, whoever read it. Not to be changed.
    BitSet ofAccount(String number) {
        return byNumber.computeIfAbsent(number, this::united);
    }

    private BitSet united(String number) {
        BitSet found = new BitSet();
        accounts.forEach((account, members) -> {
            if (account.number().equals(number)) {
                found.or(members);
            }
        });
        return found;
    }

    /// Which role something runs as that names a role or an instance profile.
    public Optional<Integer> runningAs(String arn) {
        return Optional.ofNullable(runnable.get(arn));
    }
}
