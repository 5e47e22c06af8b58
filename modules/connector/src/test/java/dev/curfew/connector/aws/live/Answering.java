package dev.curfew.connector.aws.live;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/// A small well account of one user with one key, until told otherwise.
final class Answering extends Dispatcher {
    static final String TWO_USERS =
            response("ListUsers", "<Users>" + user("ci") + user("other") + "</Users><IsTruncated>false</IsTruncated>");

    private static final Pattern ACTION = Pattern.compile("Action=(\\w+)");
    private static final Pattern KEY = Pattern.compile("Credential=(\\w+)/");
    private static final String CREATED = "<CreateDate>2024-01-02T03:04:05Z</CreateDate>";

    private static final Map<String, String> WELL = Map.of(
            "GetCallerIdentity",
            caller("arn:aws:iam::111122223333:user/ci"),
            "GetAccountAuthorizationDetails",
            details("false", ""),
            "ListUsers",
            response("ListUsers", "<Users>" + user("ci") + "</Users><IsTruncated>false</IsTruncated>"),
            "ListAccessKeys",
            response(
                    "ListAccessKeys",
                    "<AccessKeyMetadata><member><UserName>ci</UserName><AccessKeyId>AKIAIOSFODNN7EXAMPLE</AccessKeyId>"
                            + "<Status>Active</Status>" + CREATED + "</member></AccessKeyMetadata>"
                            + "<IsTruncated>false</IsTruncated>"),
            "GetAccessKeyLastUsed",
            response(
                    "GetAccessKeyLastUsed",
                    "<UserName>ci</UserName><AccessKeyLastUsed><ServiceName>N/A</ServiceName><Region>N/A</Region>"
                            + "</AccessKeyLastUsed>"),
            "GenerateCredentialReport",
            response("GenerateCredentialReport", "<State>COMPLETE</State>"),
            "GetCredentialReport",
            response("GetCredentialReport", "<Content>" + report() + "</Content>"),
            "GetLoginProfile",
            response(
                    "GetLoginProfile",
                    "<LoginProfile><UserName>ci</UserName>" + CREATED
                            + "<PasswordResetRequired>false</PasswordResetRequired></LoginProfile>"));

    /// Instead of the well answer to an action; the account is in no organization.
    final Map<String, MockResponse> next = new ConcurrentHashMap<>(Map.of(
            "DescribeOrganization",
            answer(400, "application/x-amz-json-1.1", "{\"__type\":\"AWSOrganizationsNotInUseException\"}")));

    /// As above, by the key that asks for it: `GetCallerIdentity AKIA…`.
    final Map<String, MockResponse> nextOf = new ConcurrentHashMap<>();

    /// As above, for the first such call only.
    final Map<String, MockResponse> once = new ConcurrentHashMap<>();

    /// Instead of every answer.
    volatile @Nullable MockResponse everything;

    private final Queue<String> actions = new ConcurrentLinkedQueue<>();

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String name = action(request);
        actions.add(name);
        MockResponse always = everything;
        if (always != null) {
            return always;
        }
        MockResponse own = nextOf.get(name + " " + key(request));
        if (own != null) {
            return own;
        }
        MockResponse first = once.remove(name);
        return first != null
                ? first
                : next.getOrDefault(name, answer(200, "text/xml", WELL.getOrDefault(name, "<None/>")));
    }

    private static String action(RecordedRequest request) {
        String target = request.getHeaders().get("X-Amz-Target");
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        if (request.getBody() == null) {
            return "";
        }
        Matcher action = ACTION.matcher(request.getBody().utf8());
        return action.find() ? action.group(1) : "";
    }

    private static String key(RecordedRequest request) {
        Matcher key = KEY.matcher(String.valueOf(request.getHeaders().get("Authorization")));
        return key.find() ? key.group(1) : "";
    }

    long count(String action) {
        return actions.stream().filter(action::equals).count();
    }

    static String caller(String arn) {
        return response(
                "GetCallerIdentity", "<Arn>" + arn + "</Arn><UserId>AIDA</UserId><Account>111122223333</Account>");
    }

    static String details(String truncated, String marker) {
        return response(
                "GetAccountAuthorizationDetails",
                "<UserDetailList><member><Arn>arn:aws:iam::111122223333:user/ci</Arn><UserName>ci</UserName>" + CREATED
                        + "</member></UserDetailList><GroupDetailList/><RoleDetailList/><Policies/><IsTruncated>"
                        + truncated + "</IsTruncated><Marker>" + marker + "</Marker>");
    }

    static MockResponse answer(int status, String type, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", type)
                .body(body)
                .build();
    }

    /// Of an account whose root user has a key.
    private static String report() {
        return Base64.getEncoder().encodeToString("""
                user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active
                <root_account>,arn:aws:iam::111122223333:root,2019-01-02T03:04:05+00:00,not_supported,N/A,true,true
                ci,arn:aws:iam::111122223333:user/ci,2024-01-02T03:04:05+00:00,true,N/A,false,true
                """.getBytes(StandardCharsets.UTF_8));
    }

    private static String user(String name) {
        return "<member><UserName>" + name + "</UserName><Arn>arn:aws:iam::111122223333:user/" + name + "</Arn>"
                + "</member>";
    }

    private static String response(String action, String result) {
        return "<" + action + "Response xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><" + action + "Result>"
                + result + "</" + action + "Result></" + action + "Response>";
    }
}
