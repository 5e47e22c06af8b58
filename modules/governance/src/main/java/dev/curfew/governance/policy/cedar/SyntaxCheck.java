package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import dev.curfew.governance.policy.PolicyProblem;
import dev.curfew.governance.policy.TextPlace;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says where a text stops being Cedar. Reading it whole tells only that it does, so each policy is read by itself.
final class SyntaxCheck {
    private static final Messages MESSAGES = Messages.of(SyntaxCheck.class);

    /// How Cedar begins an error of a policy that it was given under an id.
    private static final Pattern PREFIX = Pattern.compile("failed to parse policy with id `p(\\d+)` from string: ");

    private final String text;
    private final List<CedarText.Piece> pieces;

    private SyntaxCheck(String text) {
        this.text = text;
        pieces = CedarText.pieces(text);
    }

    /// Empty if each policy alone can be read.
    static List<PolicyProblem> problems(String text, Schema schema) throws AuthException {
        return new SyntaxCheck(text).problems(schema);
    }

    private List<PolicyProblem> problems(Schema schema) throws AuthException {
        List<PolicyProblem> problems = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Set<Policy> one = Set.of(new Policy(pieces.get(i).source(), "p" + i));
            new BasicAuthorizationEngine()
                    .validate(new ValidationRequest(schema, new PolicySet(one)))
                    .errors
                    .ifPresent(errors -> errors.forEach(error -> problem(error).ifPresent(problems::add)));
        }
        return List.copyOf(problems);
    }

    /// Other errors than those of reading are told by others, who know more of them.
    private Optional<PolicyProblem> problem(DetailedError error) {
        Matcher prefix = PREFIX.matcher(error.message);
        if (!prefix.lookingAt()) {
            return Optional.empty();
        }
        CedarText.Piece piece = pieces.get(Integer.parseInt(prefix.group(1)));
        int index = error.sourceLocations.stream()
                .findFirst()
                .map(label -> piece.start() + TextPlace.indexOfByte(piece.source(), label.start))
                .orElse(piece.start());
        String message = error.message.substring(prefix.end());
        String hint = error.help
                .or(() -> error.sourceLocations.stream()
                        .flatMap(label -> label.label.stream())
                        .findFirst())
                .map(help -> " (" + help + ")")
                .orElse("");
        return Optional.of(PolicyProblem.at(TextPlace.of(text, index), "", MESSAGES.text("syntax", message + hint)));
    }
}
