import { mount } from 'svelte';
import './styles/index.css';
import App from './App.svelte';
import { routeOf } from './router.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
mount(App, { target, props: { route: routeOf(location.pathname, location.search, location.hash) } });
