package dev.curfew.connector.aws.center;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.aws.AwsDescription;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/// IAM Identity Center as its API description has it: one instance with one permission set that has everything that one
/// can have, assigned to one group. What it is asked and what it answers is held to that description.
final class DescribedCenter extends Dispatcher {
    static final String INSTANCE = "arn:aws:sso:::instance/ssoins-1234567890abcdef";
    static final String SET = "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef";
    static final String USER = "906742b7ea-0a1b2c3d-0000-1111-2222-333344445555";
    static final String GROUP = "906742b7ea-0a1b2c3d-0000-1111-2222-333344446666";

    private static final ObjectMapper JSON = new ObjectMapper();

    /// By action; more than one: page by page.
    final Map<String, List<String>> answers = new ConcurrentHashMap<>();

    /// By action: an error's code.
    final Map<String, String> errors = new ConcurrentHashMap<>();

    /// Where every question is refused.
    volatile String refusedRegion = "nowhere";

    /// What neither side should have said.
    final Queue<String> problems = new ConcurrentLinkedQueue<>();

    private final Map<String, AwsDescription> services = new HashMap<>();

    DescribedCenter() throws IOException {
        services.put("SWBExternalService", AwsDescription.of("sso-admin", "2020-07-20"));
        services.put("AWSIdentityStore", AwsDescription.of("identitystore", "2020-06-15"));
        tell(
                "ListInstances",
                "{'Instances':[{'InstanceArn':'%s','IdentityStoreId':'d-1234567890','OwnerAccountId':'111122223333','Status':'ACTIVE'}]}"
                        .formatted(INSTANCE));
        tell("ListPermissionSets", "{'PermissionSets':['%s']}".formatted(SET));
        tell(
                "DescribePermissionSet",
                "{'PermissionSet':{'Name':'Deploy','PermissionSetArn':'%s','Description':'canary','SessionDuration':'PT8H','CreatedDate':1700000000.5}}"
                        .formatted(SET));
        tell(
                "ListManagedPoliciesInPermissionSet",
                "{'AttachedManagedPolicies':[{'Name':'B','Arn':'arn:aws:iam::aws:policy/B'}],'NextToken':'1'}",
                "{'AttachedManagedPolicies':[{'Name':'A','Arn':'arn:aws:iam::aws:policy/A'}]}");
        tell(
                "ListCustomerManagedPolicyReferencesInPermissionSet",
                "{'CustomerManagedPolicyReferences':[{'Name':'own'}]}");
        tell("GetInlinePolicyForPermissionSet", "{'InlinePolicy':'{ }'}");
        tell(
                "GetPermissionsBoundaryForPermissionSet",
                "{'PermissionsBoundary':{'CustomerManagedPolicyReference':{'Name':'limit','Path':'/all/'}}}");
        tell("ListTagsForResource", "{'Tags':[{'Key':'team','Value':'build'}]}");
        tell(
                "ListAccountsForProvisionedPermissionSet",
                "{'AccountIds':['111122223333'],'NextToken':'1'}",
                "{'AccountIds':['444455556666']}");
        tell(
                "ListAccountAssignments",
                "{'AccountAssignments':[{'AccountId':'111122223333','PermissionSetArn':'%s','PrincipalType':'GROUP','PrincipalId':'%s'}]}"
                        .formatted(SET, GROUP));
        tell(
                "ListUsers",
                "{'Users':[{'IdentityStoreId':'d-1234567890','UserId':'%1$s','UserArn':'arn:aws:identitystore:::user/%1$s','Revision':'1','UserName':'ada','UserStatus':'DISABLED','CreatedAt':1700000000.5,'Title':'canary'}]}"
                        .formatted(USER));
        tell(
                "ListGroups",
                "{'Groups':[{'IdentityStoreId':'d-1234567890','GroupId':'%1$s','GroupArn':'arn:aws:identitystore:::group/%1$s','Revision':'1','DisplayName':'builders'}]}"
                        .formatted(GROUP));
        tell(
                "ListGroupMemberships",
                "{'GroupMemberships':[{'IdentityStoreId':'d-1234567890','MembershipId':'%2$s','MembershipArn':'arn:aws:identitystore:::membership/%2$s','GroupId':'%1$s','MemberId':{'UserId':'%2$s'}}]}"
                        .formatted(GROUP, USER));
    }

    /// @param pages JSON with single quotes
    void tell(String action, String... pages) {
        answers.put(action, List.of(pages));
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String[] target =
                String.valueOf(request.getHeaders().get("X-Amz-Target")).split("\\.", 2);
        String action = target[1];
        boolean isRefused =
                String.valueOf(request.getHeaders().get("Authorization")).contains("/" + refusedRegion + "/");
        String error = isRefused ? "AccessDeniedException" : errors.get(action);
        if (error != null) {
            return response(400, "{\"__type\":\"" + error + "\",\"message\":\"not this\"}");
        }
        try {
            AwsDescription described = Objects.requireNonNull(services.get(target[0]), target[0]);
            JsonNode question = JSON.readTree(request.getBody().utf8());
            problems.addAll(described.problemsOfQuestion(action, question));
            String answer = Objects.requireNonNull(answers.get(action), action)
                    .get(question.path("NextToken").asInt(0))
                    .replace('\'', '"');
            problems.addAll(described.problemsOfAnswer(action, JSON.readTree(answer)));
            return response(200, answer);
        } catch (JsonProcessingException e) {
            problems.add(action + " " + e.getMessage());
            return response(500, "");
        }
    }

    private static MockResponse response(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/x-amz-json-1.1")
                .body(body)
                .build();
    }
}
