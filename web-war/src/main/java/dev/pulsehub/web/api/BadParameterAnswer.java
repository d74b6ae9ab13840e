package dev.pulsehub.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells the caller which parameter is wrong, as RFC 9457 problem JSON. */
@Provider
public final class BadParameterAnswer implements ExceptionMapper<BadParameter> {

    @Override
    public Response toResponse(BadParameter bad) {
        return Problem.answer(Response.Status.BAD_REQUEST, bad.getMessage(), bad.parameter());
    }
}
