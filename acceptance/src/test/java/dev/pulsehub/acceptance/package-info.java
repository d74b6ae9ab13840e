/** The product as people meet it: the packaged jars in processes of their own, a real browser, the simulator. */
@org.jspecify.annotations.NullMarked
package dev.pulsehub.acceptance;
