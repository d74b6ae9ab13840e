// A line to the server that says which kinds of cards changed. Comes back by itself, ever more slowly, when it breaks;
// whoever comes back says from when its numbers are and is told what it missed.
(function () {
  'use strict';
  var listeners = [];
  var wait = 1000;
  var mark = document.querySelector('[data-live-since]');
  var since = mark ? mark.getAttribute('data-live-since') : '0';
  var socket = null;
  var pinger = null;

  function show(state) {
    document.documentElement.setAttribute('data-live', state);
    document.querySelectorAll('[data-live-state]').forEach(function (dot) {
      dot.setAttribute('data-live-state', state);
    });
  }

  function tell(kinds) {
    listeners.forEach(function (listener) {
      listener(kinds);
    });
  }

  function connect() {
    socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/app/live');
    socket.onopen = function () {
      socket.send('since ' + since);
      pinger = setInterval(function () {
        socket.send('ping');
      }, 30000);
    };
    socket.onmessage = function (message) {
      var news = JSON.parse(message.data);
      since = news.at;
      wait = 1000;
      show('on');
      tell(news.kinds);
    };
    socket.onclose = function (event) {
      clearInterval(pinger);
      show('off');
      if (event.code !== 1008) {
        setTimeout(connect, wait + Math.random() * 500);
        wait = Math.min(wait * 2, 60000);
      }
    };
  }

  window.PulseLive = {
    on: function (listener) {
      listeners.push(listener);
    }
  };
  // Where no line can be had (some proxies allow none), ask now and then.
  setInterval(function () {
    if (document.documentElement.getAttribute('data-live') !== 'on') {
      tell(['all']);
    }
  }, 60000);
  connect();
})();
