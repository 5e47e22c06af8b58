package dev.curfew.app.cli.serve.http;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/// Ends a request with an answer that says why (RFC 9457). Holds no secret, and nothing that was sent without proof of
/// who sent it.
public final class Problem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final ProblemKind kind;
    private final transient Map<String, Object> more;
    private final transient Map<String, String> headers;

    private Problem(ProblemKind kind, String detail, Map<String, Object> more, Map<String, String> headers) {
        // made often and on purpose: nobody reads where
        super(detail, null, false, false);
        this.kind = kind;
        this.more = more;
        this.headers = headers;
    }

    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, Map.of(), Map.of());
    }

    /// @param more members besides those of the RFC
    public static Problem of(ProblemKind kind, String detail, Map<String, Object> more) {
        return new Problem(kind, detail, more, Map.of());
    }

    public Problem header(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Problem(kind, String.valueOf(getMessage()), more, all);
    }

    public ProblemKind kind() {
        return kind;
    }

    public Map<String, String> headers() {
        return headers;
    }

    Reply reply() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", kind.type());
        body.put("title", kind.title());
        body.put("status", kind.status());
        body.put("detail", String.valueOf(getMessage()));
        body.putAll(more);
        return Reply.of(kind.status(), Reply.PROBLEM, body).with(headers);
    }
}
