import { mount } from 'svelte';
import '../../client/styles/index.css';
import '../../client/styles/faces.ts';
import Gallery from './Gallery.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
mount(Gallery, { target, props: { name: new URLSearchParams(location.search).get('show') ?? '' } });
