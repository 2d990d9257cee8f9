/// <reference types="vite/client" />
/// <reference types="svelte" />

declare module 'virtual:font-faces.css';
