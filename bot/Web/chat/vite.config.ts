import { defineConfig } from "vite";

export default defineConfig({
  build: {
    target: "es2022",
    outDir: "../../obj/web/chat",
    emptyOutDir: true,
    reportCompressedSize: false,
    // One classic script, so that it knows its own address and needs no module loader.
    lib: { entry: "src/main.ts", formats: ["iife"], name: "ComplaintChat", fileName: () => "chat.js" },
  },
});
