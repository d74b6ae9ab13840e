/**
 * How a person lets an app act for them: the OAuth web flow and the end of it. Device flow, GitHub Apps and their
 * installations too. Knows no HTTP API but its own pages.
 */
@NullMarked
package dev.pulsehub.simulator.signin;

import org.jspecify.annotations.NullMarked;
