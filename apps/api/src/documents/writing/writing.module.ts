import { Module } from '@nestjs/common';
import { WritingProcess } from './writing-process.js';

/** Apart from what asks for documents: publishing freezes them too. */
@Module({ providers: [WritingProcess], exports: [WritingProcess] })
export class WritingModule {}
