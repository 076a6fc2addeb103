/** The build for browsers, named by its file so that Node takes the same one. */
declare module '@ericblade/quagga2/dist/quagga.min.js';
