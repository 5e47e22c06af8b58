package dev.curfew.app.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody at a browser: opens an address, fills in Keycloak's forms, and goes where they lead.
final class Person {
    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"code\" value=\"([^\"]+)\"");
    private static final int STEPS_MAX = 12;

    private final String user;
    private final String password;
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /// Keycloak calls loopback a secure place, as browsers do and the JDK's own jar does not.
    private final Map<String, String> cookies = new TreeMap<>();

    Person(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /// Opens the address, and signs in where asked to.
    ///
    /// @param last words of the last page
    void open(String address, String last) {
        HttpResponse<String> page = get(URI.create(address));
        for (int step = 0; step < STEPS_MAX; step++) {
            if (page.statusCode() == 302) {
                page = get(
                        page.uri().resolve(page.headers().firstValue("Location").orElseThrow()));
            } else if (page.body().contains("name=\"password\"")) {
                page = fill(page, Map.of("username", user, "password", password));
            } else if (page.body().contains("name=\"accept\"")) {
                Matcher hidden = HIDDEN.matcher(page.body());
                page = fill(
                        page,
                        hidden.find() ? Map.of("code", hidden.group(1), "accept", "Yes") : Map.of("accept", "Yes"));
            } else if (page.statusCode() == 200 && page.body().contains(last)) {
                return;
            } else {
                throw new AssertionError(page.statusCode() + " at " + page.uri().getPath() + ": " + words(page.body()));
            }
        }
        throw new AssertionError("no end of pages at " + page.uri().getPath());
    }

    private static String words(String page) {
        return page.replaceAll("(?s)<(script|style).*?</\\1>|<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private HttpResponse<String> fill(HttpResponse<String> page, Map<String, String> fields) {
        Matcher action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("no form on " + page.uri().getPath());
        }
        String body = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(page.uri().resolve(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        String held = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        try {
            HttpResponse<String> page =
                    browser.send(request.header("Cookie", held).build(), HttpResponse.BodyHandlers.ofString());
            page.headers()
                    .allValues("Set-Cookie")
                    .forEach(line ->
                            HttpCookie.parse(line).forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue())));
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
