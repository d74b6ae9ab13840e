-- A default for one schema cannot take away what everybody gets by the global default, so each function says it itself.
revoke execute on function pulse.person_id(), pulse.visible_organizations(), pulse.visible_repos() from public;
