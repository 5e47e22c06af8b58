package dev.curfew.connector.postgres.log.query;

import dev.curfew.connector.postgres.log.word.Token;
import dev.curfew.connector.postgres.log.word.Words;
import dev.curfew.model.timeline.DeedKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which relations a query names to read from. What views and functions read in their turn is not in its words.
public final class Relations {
    /// Functions in whose arguments `FROM` is a word of theirs.
    private static final Set<String> OTHERS = Set.of("extract", "substring", "trim", "overlay", "position");

    private static final Set<String> ENDS = Set.of(
            "where",
            "group",
            "having",
            "order",
            "limit",
            "offset",
            "fetch",
            "window",
            "union",
            "except",
            "intersect",
            "returning",
            "set",
            "select",
            "values",
            "when");

    private final List<Token> tokens;
    private final Set<String> named = new HashSet<>();
    private final Set<String> read = new LinkedHashSet<>();
    private final Deque<Bracket> brackets = new ArrayDeque<>();
    private boolean expected;

    /// @param opener the word before it
    /// @param lists whether what is parted by commas are relations
    private record Bracket(String opener, boolean lists) {}

    private Relations(List<Token> tokens) {
        this.tokens = tokens;
        brackets.push(new Bracket("", false));
    }

    public static List<Told> read(List<Token> tokens) {
        Relations relations = new Relations(tokens);
        relations.name();
        relations.walk();
        return relations.read.stream().map(Relations::told).toList();
    }

    public static Told told(String relation) {
        return Told.of(Sensitive.kind(relation), "SELECT " + relation);
    }

    /// What `WITH` names is no relation.
    private void name() {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            Token before = tokens.get(i - 1);
            boolean isFirst = before.is("with") || before.is("recursive") || before.isSign(',');
            boolean isNamed = tokens.get(i + 1).is("as") || tokens.get(i + 1).isSign('(');
            if (isFirst
                    && isNamed
                    && tokens.get(i).isName()
                    && tokens.getFirst().is("with")) {
                named.add(tokens.get(i).text());
            }
        }
    }

    private void walk() {
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (expected && token.isName() && !token.is("only") && !token.is("lateral") && !token.is("select")) {
                at += take(at);
                expected = false;
            } else {
                step(at, token);
                at++;
            }
        }
    }

    private void step(int at, Token token) {
        if (token.isSign('(')) {
            brackets.push(new Bracket(at == 0 ? "" : tokens.get(at - 1).text(), expected));
        } else if (token.isSign(')')) {
            expected = false;
            if (brackets.size() > 1) {
                brackets.pop();
            }
        } else if (token.isSign(',')) {
            expected = brackets.element().lists();
        } else if (begins(at, token)) {
            expected = true;
            lists(true);
        } else if (token.is("join") || (token.is("using") && !isBracket(at + 1))) {
            expected = true;
        } else if (token.kind() == Token.Kind.WORD && ENDS.contains(token.text())) {
            expected = false;
            lists(false);
        }
    }

    private void lists(boolean lists) {
        brackets.push(new Bracket(brackets.pop().opener(), lists));
    }

    /// `IS DISTINCT FROM` compares, and `DELETE FROM` names what is changed.
    private boolean begins(int at, Token token) {
        if (!token.is("from") || OTHERS.contains(brackets.element().opener())) {
            return false;
        }
        Token before = at == 0 ? token : tokens.get(at - 1);
        boolean compares = before.is("distinct")
                && at > 1
                && (tokens.get(at - 2).is("is") || tokens.get(at - 2).is("not"));
        return !compares && !before.is("delete");
    }

    /// @return how many pieces the name has
    private int take(int at) {
        int size = 1;
        while (at + size + 1 < tokens.size()
                && tokens.get(at + size).isSign('.')
                && tokens.get(at + size + 1).isName()) {
            size += 2;
        }
        String name = new Words(tokens.subList(at, at + size)).name();
        // one may name a relation like a secret of the catalog, and read that by the same name in the definition
        boolean isNamed = named.contains(name) && Sensitive.kind(name) == DeedKind.READ;
        if (!isBracket(at + size) && !isNamed) {
            read.add(name);
        }
        return size;
    }

    private boolean isBracket(int at) {
        return at < tokens.size() && tokens.get(at).isSign('(');
    }
}
