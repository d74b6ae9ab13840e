package dev.pulsehub.core.github;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * GitHub over HTTP. The address of each call travels in {@link #TARGET}, because GitHub hands out whole addresses (the
 * next page, a repository's new place) that are to be followed as they are.
 */
@RegisterRestClient
@Path("/")
interface GitHubHttp {

    String TARGET = "X-Pulse-Target";

    @GET
    Response get(
            @HeaderParam(TARGET) String target,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("If-None-Match") @Nullable String etag);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Response post(@HeaderParam(TARGET) String target, @HeaderParam("Authorization") String authorization, String body);
}
