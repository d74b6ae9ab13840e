// Runs before the first paint: follows the system until the person chooses, and remembers what was shown,
// so that the next answer of the server is right from the start.
(function () {
  'use strict';
  var root = document.documentElement;

  function cookie() {
    var found = document.cookie.match(/(?:^|; )ph_theme=([a-z-]+)/);
    return found ? found[1] : '';
  }

  function remember(value) {
    var secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = 'ph_theme=' + value + '; Path=/; Max-Age=31536000; SameSite=Lax' + secure;
  }

  function show(theme) {
    root.setAttribute('data-theme', theme);
    document.querySelectorAll('link[rel="stylesheet"]').forEach(function (link) {
      var href = link.getAttribute('href');
      var wanted = theme === 'dark' ? 'primefaces-vela-blue' : 'primefaces-saga-blue';
      if (/primefaces-(saga|vela)-blue/.test(href)) {
        link.setAttribute('href', href.replace(/primefaces-(saga|vela)-blue/, wanted));
      }
    });
  }

  function followSystem() {
    var dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    remember(dark ? 'system-dark' : 'system-light');
    return dark ? 'dark' : 'light';
  }

  var chosen = cookie();
  var theme = chosen === 'dark' || chosen === 'light' ? chosen : followSystem();
  if (theme !== root.getAttribute('data-theme')) {
    show(theme);
    document.addEventListener('DOMContentLoaded', function () {
      show(theme);
    });
  }

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-theme-switch]')) {
      var next = root.getAttribute('data-theme') === 'dark' ? 'light' : 'dark';
      remember(next);
      show(next);
    }
    var toggle = event.target.closest('[data-nav-toggle]');
    if (toggle) {
      var open = document.getElementById(toggle.getAttribute('data-nav-toggle')).classList.toggle('open');
      toggle.setAttribute('aria-expanded', String(open));
    }
    document.querySelectorAll('details.menu[open], details.definition[open]').forEach(function (menu) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      document.querySelectorAll('details.menu[open], details.definition[open]').forEach(function (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      });
    }
  });
})();
