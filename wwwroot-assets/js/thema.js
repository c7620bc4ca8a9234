// Light, dark or as the system says. Blocking in the head: nothing flashes.
(function (d) {
  'use strict';
  var key = 'portal-thema', mode;
  var next = { auto: 'light', light: 'dark', dark: 'auto' };
  var text = { auto: 'System', light: 'hell', dark: 'dunkel' };
  // Storage may be blocked: then it lasts for this page.
  try { mode = localStorage.getItem(key); } catch (e) { }
  if (!next[mode]) mode = 'auto';

  function show() {
    if (mode === 'auto') d.documentElement.removeAttribute('data-kern-theme');
    else d.documentElement.setAttribute('data-kern-theme', mode);
    d.querySelectorAll('[data-thema]').forEach(function (b) {
      b.hidden = false;
      b.textContent = 'Ansicht: ' + text[mode];
    });
  }

  show();
  d.addEventListener('DOMContentLoaded', show);
  d.addEventListener('click', function (e) {
    if (!e.target.closest('[data-thema]')) return;
    mode = next[mode];
    try { localStorage.setItem(key, mode); } catch (x) { }
    show();
  });
})(document);
