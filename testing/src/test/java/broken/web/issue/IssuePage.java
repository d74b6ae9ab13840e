package broken.web.issue;

import broken.mcp.issue.IssueTools;
import broken.persistence.issue.IssueStore;
import broken.persistence.organization.Organization;
import jakarta.servlet.http.HttpServletRequest;

/** A page that sees an entity, a store and the other WAR, and opens a session. */
public record IssuePage(Organization organization, IssueStore store, IssueTools tools) {

    public Object session(HttpServletRequest request) {
        return request.getSession();
    }
}
